import type { InfiniteData } from '@tanstack/react-query';
import { dayIn, daysBetween } from '#domain/kernel/time.ts';
import type { Page } from '#domain/kernel/page.ts';
import type { Task, TaskStatus } from '#domain/tasks/task.ts';

/** In the order in which work goes through them; what was cancelled is only in the table. */
export const lanes = ['requested', 'pending', 'in-progress', 'completed'] as const satisfies readonly TaskStatus[];
export type Lane = (typeof lanes)[number];

/** Work that stands longer than this asks to be looked at. */
export const staleDays: Partial<Record<TaskStatus, number>> = { requested: 3, pending: 14, 'in-progress': 14 };

/** "new", "1 day here", "17 days here": how long a card has stood in its lane, by the business's calendar. */
export function timeIn(
  { statusAt }: Pick<Task, 'statusAt'>,
  { today, timeZone }: { today: string; timeZone: string },
): { days: number; word: string } {
  const days = Math.max(0, daysBetween(dayIn(timeZone, new Date(statusAt)), today));
  if (days === 0) return { days, word: 'new' };
  return { days, word: `${days} ${days === 1 ? 'day' : 'days'} here` };
}

/** A request becomes pending by being verified; nothing becomes a request again. */
export const mayGo = (from: TaskStatus, to: TaskStatus): boolean => from !== to && to !== 'requested';

export type LanePages = InfiniteData<Page<Task>>;

export const tasksIn = (pages: LanePages | undefined): Task[] => pages?.pages.flatMap(({ items }) => items) ?? [];

export const without = (pages: LanePages | undefined, taskId: string): LanePages | undefined =>
  pages && {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== taskId) })),
  };

/** On top: what was moved last is what one looks for. */
export const withFirst = (pages: LanePages | undefined, task: Task): LanePages | undefined =>
  pages && {
    ...pages,
    pages: pages.pages.map((page, at) => (at === 0 ? { ...page, items: [task, ...page.items] } : page)),
  };
