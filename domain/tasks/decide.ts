import type { Caller } from '#domain/kernel/access.ts';
import { mayReadTask, type Task, type TaskEdit, type TaskStatus } from './task.ts';

const withStatus = (task: Task, status: TaskStatus, now: Date): Task =>
  task.status === status ? task : { ...task, status, statusAt: now.toISOString() };

const touched = (task: Task, now: Date): Task => ({ ...task, updatedAt: now.toISOString() });

/** Only a request waits for it: verifying twice is verifying once. */
export const verify = (task: Task, now: Date): Task =>
  task.status === 'requested' ? touched(withStatus(task, 'pending', now), now) : task;

/** Assigning a request is verifying it. */
export const assign = (task: Task, employee: NonNullable<Task['employee']>, now: Date): Task =>
  touched({ ...verify(task, now), employee }, now);

export const unassign = (task: Task, now: Date): Task => touched({ ...task, employee: null }, now);

export const changeStatus = (task: Task, status: TaskStatus, now: Date): Task =>
  task.status === status ? task : touched(withStatus(task, status, now), now);

type Words = Pick<TaskEdit, 'title' | 'description' | 'dueOn'> & Pick<Task, 'customer'>;

/** What of a task an edit has changed, in the words of the history. */
export const editedFields = (before: Words, after: Words): string[] => [
  ...(before.title === after.title ? [] : ['title']),
  ...(before.description === after.description ? [] : ['description']),
  ...(before.dueOn === after.dueOn ? [] : ['due day']),
  ...(before.customer.id === after.customer.id ? [] : ['customer']),
];

export const edit = (task: Task, { title, description, dueOn, customer }: Words, now: Date): Task =>
  touched({ ...task, title, description, dueOn, customer }, now);

export const restorableMs = 30 * 86_400_000;

export const remove = (task: Task, now: Date): Task =>
  task.deletedAt === null ? touched({ ...task, deletedAt: now.toISOString() }, now) : task;

export const restore = (task: Task, now: Date): Task =>
  task.deletedAt === null ? task : touched({ ...task, deletedAt: null }, now);

/** False after 30 days: then it is purged, and does not come back even before the purge has been at it. */
export const mayRestore = ({ deletedAt }: Pick<Task, 'deletedAt'>, now: Date): boolean =>
  deletedAt === null || now.getTime() - Date.parse(deletedAt) < restorableMs;

/** A customer's own words are theirs until somebody works by them. */
export const mayEdit = (asker: Pick<Caller, 'role' | 'memberId' | 'customerId'>, task: Task): boolean =>
  mayReadTask(asker, task) && (asker.role !== 'customer' || task.status === 'requested');
