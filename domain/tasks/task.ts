import * as z from 'zod';
import type { Caller } from '#domain/kernel/access.ts';
import { Id, Version } from '#domain/kernel/ids.ts';
import { line, paragraph } from '#domain/kernel/text.ts';
import { Day, Moment } from '#domain/kernel/time.ts';

export const TaskStatus = z
  .enum(['requested', 'pending', 'in-progress', 'completed', 'cancelled'])
  .meta({ id: 'TaskStatus' });
export type TaskStatus = z.infer<typeof TaskStatus>;

export const Task = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string(),
    status: TaskStatus,
    dueOn: Day.nullable(),
    /** Names repeat, so the e-mail stands beside them. */
    customer: z.object({ id: Id, name: z.string(), email: z.string() }),
    employee: z.object({ id: Id, name: z.string(), email: z.string() }).nullable(),
    createdAt: Moment,
    updatedAt: Moment,
    /** Since when it has its status. */
    statusAt: Moment,
    /** Deleted tasks can be restored for 30 days. */
    deletedAt: Moment.nullable(),
    version: Version,
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;

/** What a person types to make a task. A customer's own task needs no customer; staff must pick one. */
export const TaskDraft = z.strictObject({
  title: line(200),
  description: paragraph(4000).default(''),
  dueOn: Day.nullable().default(null),
  customerId: Id.optional(),
});
export type TaskDraft = z.infer<typeof TaskDraft>;

/** What may be mended in place. A customer mends their own request until it is verified, and cannot give it to another. */
export const TaskEdit = z.strictObject({
  title: line(200),
  description: paragraph(4000),
  dueOn: Day.nullable(),
  customerId: Id.optional(),
  version: Version,
});
export type TaskEdit = z.infer<typeof TaskEdit>;

/** What happened to a task: stored with the change itself, in one transaction. */
export const TaskChange = z
  .object({
    id: Id,
    taskId: Id,
    at: Moment,
    by: z.object({ id: Id, name: z.string() }),
    what: z.enum([
      'created',
      'requested',
      'verified',
      'edited',
      'assigned',
      'unassigned',
      'status',
      'deleted',
      'restored',
    ]),
    /** Of an edit: the fields; of an assignment: to whom; of a status: which. */
    detail: z.string().nullable(),
  })
  .meta({ id: 'TaskChange' });
export type TaskChange = z.infer<typeof TaskChange>;

/** Who could do a task: the customer's owner first, then who has the fewest open ones. */
export const TaskCandidate = z
  .object({ id: Id, name: z.string(), email: z.string(), openTasks: z.int(), isOwner: z.boolean() })
  .meta({ id: 'TaskCandidate' });
export type TaskCandidate = z.infer<typeof TaskCandidate>;

export const Assignment = z.strictObject({ employeeId: Id, version: Version });
export const Unassignment = Assignment.pick({ version: true });
export const StatusChange = z.strictObject({ status: TaskStatus.exclude(['requested']), version: Version });

/** A closed task keeps whoever did it. */
export const isOpen = ({ status }: Pick<Task, 'status'>): boolean => status !== 'completed' && status !== 'cancelled';

/** `today` is the workspace's calendar day, not UTC's. */
export const isOverdue = (task: Pick<Task, 'status' | 'dueOn'>, today: string): boolean =>
  task.dueOn !== null && task.dueOn < today && isOpen(task);

/** Which tasks a list may hold for this caller: the store makes it the query's filter. */
export type TaskScope = { all: true } | { employeeId: string } | { customerId: string };
export function taskScopeOf(caller: Pick<Caller, 'role' | 'memberId' | 'customerId'>): TaskScope {
  if (caller.role === 'admin' || caller.role === 'manager') return { all: true };
  if (caller.role === 'employee') return { employeeId: caller.memberId };
  return { customerId: caller.customerId ?? 'none' };
}

/** The row rule of tasks, and of their rooms and payments. */
export function mayReadTask(caller: Pick<Caller, 'role' | 'memberId' | 'customerId'>, task: Task): boolean {
  const scope = taskScopeOf(caller);
  if ('all' in scope) return true;
  if ('employeeId' in scope) return task.employee?.id === scope.employeeId;
  return task.customer.id === scope.customerId;
}
