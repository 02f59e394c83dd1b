import type { JSONValue } from '@azure/cosmos';
import { fold, tokensOf } from '#domain/kernel/search.ts';
import { type DueDays, openStatuses, type TaskFilter } from '#domain/tasks/list.ts';
import { type Task, type TaskScope, TaskStatus } from '#domain/tasks/task.ts';
import { type Condition, matches, where } from '#functions/platform/list-query.ts';

export type TasksWanted = Omit<TaskFilter, 'due'> & { due?: DueDays | undefined };

// Sorts after every day.
const noDay = 'none';

/** What lists are searched, filtered and sorted by, stored with every write. */
export const listedOf = ({ title, status, dueOn, customer, employee, deletedAt }: Omit<Task, 'version'>) => ({
  /** Neither deleted nor a document of another kind: every list asks for it. */
  isLive: deletedAt === null,
  tokens: tokensOf(title, customer.name, employee?.name),
  title: fold(title),
  status: TaskStatus.options.indexOf(status),
  dueOn: dueOn ?? noDay,
  employeeId: employee?.id ?? 'none',
});

export const taskPaths = {
  createdAt: 'c.createdAt',
  updatedAt: 'c.updatedAt',
  dueOn: 'c.list.dueOn',
  title: 'c.list.title',
  status: 'c.list.status',
  deletedAt: 'c.deletedAt',
};

const given = <Value extends JSONValue>(value: Value | undefined, condition: (value: Value) => Condition) =>
  value === undefined ? [] : [condition(value)];

export const conditionsOf = (scope: TaskScope, wanted: TasksWanted): Condition[] => [
  where`c.list.isLive = ${true}`,
  ...('employeeId' in scope ? [where`c.list.employeeId = ${scope.employeeId}`] : []),
  ...('customerId' in scope ? [where`c.customer.id = ${scope.customerId}`] : []),
  ...given(wanted.status, (status) => where`ARRAY_CONTAINS(${status}, c.status)`),
  ...given(wanted.employeeId, (id) => where`c.list.employeeId = ${id}`),
  ...given(wanted.customerId, (id) => where`c.customer.id = ${id}`),
  ...given(wanted.dueFrom, (day) => where`c.list.dueOn >= ${day} AND c.list.dueOn < ${noDay}`),
  ...given(wanted.dueTo, (day) => where`c.list.dueOn <= ${day}`),
  ...(wanted.due ? dueConditions(wanted.due) : []),
  ...matches(wanted.q),
];

const dueConditions = (due: DueDays): Condition[] =>
  'before' in due
    ? [where`c.list.dueOn < ${due.before}`, where`ARRAY_CONTAINS(${openStatuses}, c.status)`]
    : [where`c.list.dueOn = ${due.on ?? noDay}`];

/** Deleted after a moment. */
export const deletedSince = (moment: string): Condition[] => [where`c.deletedAt > ${moment}`];
