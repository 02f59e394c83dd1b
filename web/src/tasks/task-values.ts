import type { Task } from '#domain/tasks/task.ts';
import type { ConflictField } from '#web/platform/conflict.tsx';
import { formatDay } from '#web/platform/format-moment.ts';

/** A task as it is typed; an own request names no customer. */
export type TaskValues = { title: string; description: string; customerId: string; dueOn: string | null };
type Field = keyof TaskValues;
const fields: readonly Field[] = ['title', 'description', 'customerId', 'dueOn'];

export const noTask: TaskValues = { title: '', description: '', customerId: '', dueOn: null };

export const valuesOf = ({ title, description, dueOn, customer }: Task): TaskValues => ({
  title,
  description,
  dueOn,
  customerId: customer.id,
});

const touched = (base: Task, typed: TaskValues) => fields.filter((field) => typed[field] !== valuesOf(base)[field]);

/** What somebody typed, over what stands now: their fields stay, all others are brought up to date. */
export const keepTyped = (base: Task, typed: TaskValues, now: Task): TaskValues => ({
  ...valuesOf(now),
  ...Object.fromEntries(touched(base, typed).map((field) => [field, typed[field]])),
});

/** The fields somebody typed that were changed by somebody else as well, and otherwise. */
export function differencesOf(base: Task, typed: TaskValues, now: Task): ConflictField[] {
  const [before, stands] = [valuesOf(base), valuesOf(now)];
  return touched(base, typed)
    .filter((field) => stands[field] !== before[field] && stands[field] !== typed[field])
    .map((field) => ({ label: labels[field], theirs: wordsOf(stands, field, now), mine: wordsOf(typed, field, now) }));
}

const labels: Record<Field, string> = {
  title: 'Title',
  description: 'Description',
  customerId: 'Customer',
  dueOn: 'Due',
};

function wordsOf(values: TaskValues, field: Field, now: Task): string {
  if (field === 'dueOn') return values.dueOn ? formatDay(values.dueOn) : 'No date';
  if (field === 'customerId') return values.customerId === now.customer.id ? now.customer.name : 'The one you chose';
  return values[field] || '–';
}
