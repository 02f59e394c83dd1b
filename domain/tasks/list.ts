import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Search, severalOf, sortOf } from '#domain/kernel/list.ts';
import { PageQuery } from '#domain/kernel/page.ts';
import { Day } from '#domain/kernel/time.ts';
import { isOverdue, TaskStatus } from './task.ts';

export const TaskFilter = z.strictObject({
  /** The title, and the customer's and the employee's name. */
  q: Search,
  status: severalOf(TaskStatus).optional(),
  /** `none`: not assigned yet. */
  employeeId: z.union([Id, z.literal('none')]).optional(),
  customerId: Id.optional(),
  /** By the workspace's calendar. */
  due: z.enum(['overdue', 'today', 'none']).optional(),
  /** Due on one of these days: both belong to it. */
  dueFrom: Day.optional(),
  dueTo: Day.optional(),
});
export type TaskFilter = z.infer<typeof TaskFilter>;

/** What a due filter means on a calendar day. */
export type DueDays = { before: string } | { on: string | null };
export function dueDaysOf(due: NonNullable<TaskFilter['due']>, today: string): DueDays {
  if (due === 'overdue') return { before: today };
  return { on: due === 'today' ? today : null };
}

/** A closed task is not overdue, however long ago it was due. */
export const openStatuses = TaskStatus.options.filter((status) =>
  isOverdue({ status, dueOn: '2000-01-01' }, '2000-01-02'),
);

export const taskSorts = ['createdAt', 'updatedAt', 'dueOn', 'title', 'status'] as const;
/** `dueOn`: no due day is the furthest one. `status`: in the order in which a task goes through them. */
export const TaskSort = sortOf(taskSorts, '-createdAt');
export type TaskSort = z.infer<typeof TaskSort>;

export const TaskListQuery = PageQuery.extend({ ...TaskFilter.shape, sort: TaskSort });
export type TaskListQuery = z.infer<typeof TaskListQuery>;
