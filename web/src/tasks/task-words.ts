import { type Icon, IconCheck, IconCircle, IconClock, IconLoader2, IconX } from '@tabler/icons-react';
import type { TaskStatus } from '#domain/tasks/task.ts';
import type { Tone } from '#web/platform/status.tsx';

/** A task's status as an icon and a word. */
export const statusFace: Record<TaskStatus, { icon: Icon; tone: Tone; children: string }> = {
  requested: { icon: IconCircle, tone: 'quiet', children: 'Requested' },
  pending: { icon: IconClock, tone: 'waiting', children: 'Pending' },
  'in-progress': { icon: IconLoader2, tone: 'running', children: 'In progress' },
  completed: { icon: IconCheck, tone: 'good', children: 'Completed' },
  cancelled: { icon: IconX, tone: 'quiet', children: 'Cancelled' },
};

export const isOpen = (status: TaskStatus): boolean => status !== 'completed' && status !== 'cancelled';
