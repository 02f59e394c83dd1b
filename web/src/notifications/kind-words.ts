import {
  type Icon,
  IconAt,
  IconCreditCard,
  IconMessage,
  IconProgress,
  IconUserCheck,
  IconUserPlus,
  IconZoomQuestion,
} from '@tabler/icons-react';
import type { NotificationKind } from '#domain/notifications/notification.ts';

type Words = { icon: Icon; name: string };

/** As the settings name each kind. */
export const kindWords: Record<NotificationKind, Words> = {
  message: { icon: IconMessage, name: 'New message' },
  mention: { icon: IconAt, name: 'Somebody mentions you' },
  'task-assigned': { icon: IconUserCheck, name: 'A task is assigned to you' },
  'task-requested': { icon: IconZoomQuestion, name: 'A customer asks for something' },
  'task-status': { icon: IconProgress, name: 'Your task moves on' },
  payment: { icon: IconCreditCard, name: 'Payment received' },
  'sign-up': { icon: IconUserPlus, name: 'Somebody waits for verification' },
};
