import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconCash, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { RecordDialog } from './record-dialog.tsx';
import { RequestDialog } from './request-dialog.tsx';
import type { PaidTask } from './subject-fields.tsx';

/** Asks for money for this task, or notes down what came across the counter. */
export function TaskMoneyActs({ task }: { task: PaidTask }) {
  const [asking, ask] = useState<'request' | 'record' | null>(null);
  const stop = () => ask(null);
  return (
    <Group gap={4} wrap="nowrap">
      <Button size="xs" onClick={() => ask('request')}>
        Request payment
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={28} aria-label="More about payments">
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCash size={16} stroke={1.5} aria-hidden />} onClick={() => ask('record')}>
            Record payment
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking === 'request' && <RequestDialog task={task} onClose={stop} />}
      {asking === 'record' && <RecordDialog task={task} onClose={stop} />}
    </Group>
  );
}
