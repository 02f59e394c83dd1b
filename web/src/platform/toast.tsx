import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { problemIn } from './form.ts';

/** Good news goes by itself; the reader was looking at it anyway. */
export const toast = (message: string): string =>
  notifications.show({
    message,
    role: 'status',
    icon: <IconCheck size={16} stroke={1.5} aria-hidden />,
    color: 'transparent',
    autoClose: 4000,
    closeButtonProps: { 'aria-label': 'Close' },
  });

/** A failure stays until it is closed. */
export function toastProblem(error: unknown): string {
  const { title, detail } = problemIn(error);
  return notifications.show({
    title: detail ? title : undefined,
    message: detail ?? title,
    role: 'alert',
    icon: <IconAlertCircle size={16} stroke={1.5} role="img" aria-label="Error" />,
    color: 'transparent',
    autoClose: false,
    closeButtonProps: { 'aria-label': 'Close' },
  });
}
