import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What one should know before reading what stands below. */
export const Note = ({ children }: { children: ReactNode }) => (
  <Alert
    role="note"
    variant="outline"
    color="gray"
    mb="lg"
    bd="1px solid var(--line)"
    icon={<IconInfoCircle size={16} stroke={1.5} />}
  >
    {children}
  </Alert>
);
