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

export const Assignment = z.strictObject({ employeeId: Id, version: Version });
export const Unassignment = Assignment.pick({ version: true });
export const StatusChange = z.strictObject({ status: TaskStatus.exclude(['requested']), version: Version });

/** Assigning a request is verifying it. */
export const assign = (task: Task, employee: NonNullable<Task['employee']>, now: Date): Task => ({
  ...task,
  employee,
  status: task.status === 'requested' ? 'pending' : task.status,
  updatedAt: now.toISOString(),
});

export const unassign = (task: Task, now: Date): Task => ({ ...task, employee: null, updatedAt: now.toISOString() });

export const changeStatus = (task: Task, status: TaskStatus, now: Date): Task =>
  task.status === status ? task : { ...task, status, updatedAt: now.toISOString() };

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
