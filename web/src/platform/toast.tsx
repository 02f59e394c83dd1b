import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { problemIn } from './problem-of.ts';

const good = (message: ReactNode, autoClose: number): string =>
  notifications.show({
    message,
    role: 'status',
    icon: <IconCheck size={16} stroke={1.5} aria-hidden />,
    color: 'transparent',
    autoClose,
    closeButtonProps: { 'aria-label': 'Close' },
  });

/** Good news goes by itself; the reader was looking at it anyway. */
export const toast = (message: string): string => good(message, 4000);

/** Good news that can be taken back while it stands: ten seconds. */
export function toastUndo(message: string, undo: () => void): string {
  const id = good(
    <Group gap="sm" wrap="nowrap" justify="space-between">
      {message}
      <Button
        size="xs"
        flex="none"
        onClick={() => {
          notifications.hide(id);
          undo();
        }}
      >
        Undo
      </Button>
    </Group>,
    10_000,
  );
  return id;
}

/** A failure stays until it is closed. */
export function toastProblem(error: unknown): string {
  const { title, detail, errors } = problemIn(error);
  // There is no field here to say it under.
  const reason = detail ?? errors?.map((field) => field.detail).join('. ');
  return notifications.show({
    title: reason ? title : undefined,
    message: reason || title,
    role: 'alert',
    icon: <IconAlertCircle size={16} stroke={1.5} role="img" aria-label="Error" />,
    color: 'transparent',
    autoClose: false,
    closeButtonProps: { 'aria-label': 'Close' },
  });
}
