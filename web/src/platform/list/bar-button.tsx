import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import classes from './selection-bar.module.css';

type Props = { icon: Icon; tone?: 'danger'; onClick: () => void; children: string };

/** What can be done with the picked rows, on the navy of the bar. */
export const BarButton = ({ icon: Sign, tone, onClick, children }: Props) => (
  <Button
    className={`cap ${classes.action}`}
    data-tone={tone}
    leftSection={<Sign size={16} stroke={1.5} aria-hidden />}
    onClick={onClick}
  >
    {children}
  </Button>
);
