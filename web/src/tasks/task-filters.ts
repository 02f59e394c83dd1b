import { daysWords } from '#web/platform/list/days.ts';
import { TaskStatus } from '#domain/tasks/task.ts';
import { formatDay } from '#web/platform/format-moment.ts';
import type { Filter } from '#web/platform/list/filter.ts';
import { wordsOf } from '#web/platform/list/list-search.ts';
import type { TaskFilters } from './task-queries.ts';
import type { TasksSearch } from './tasks.routes.tsx';
import { statusFace } from './task-words.ts';

export const statusFilter: Filter = {
  id: 'status',
  label: 'STATUS',
  several: true,
  options: TaskStatus.options.map((value) => ({ value, label: statusFace[value].children })),
};

/** Instead of an employee's id. */
export const unassigned = 'none';

export const dues = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'today', label: 'Today' },
  { value: 'none', label: 'No date' },
] as const;

type DueChosen = { due?: string | undefined; dueFrom?: string | undefined; dueTo?: string | undefined };

/** The year only where it is another one. */
const dayWord = (day: string) => formatDay(day).replace(` ${new Date().getFullYear()}`, '');

/** "Overdue", "from 1 Nov", "1 Nov – 30 Nov". */
export const dueWords = ({ due, dueFrom, dueTo }: DueChosen): string | undefined =>
  daysWords({ word: due, from: dueFrom, to: dueTo }, { words: dues, dayWord });

type Asked = Pick<TasksSearch, 'q' | 'status' | 'due' | 'dueFrom' | 'dueTo' | 'employee' | 'customer'>;

/** What the address asks of the server. */
export const filterOf = ({ q, status, due, dueFrom, dueTo, employee, customer }: Asked): TaskFilters => ({
  q,
  status: wordsOf(TaskStatus, status),
  due,
  dueFrom,
  dueTo,
  employeeId: employee,
  customerId: customer,
});

/** What a tab chooses; it lets go of all other filters. */
export type TabChoice = Pick<TasksSearch, 'status' | 'due' | 'employee'>;
export type TaskTab = { value: string; label: string; chosen: TabChoice };

/** The questions asked every day, as tabs over the filters; a choice beside them is no tab. */
export const tabsFor = (isLeader: boolean, myId: string): TaskTab[] => [
  { value: 'all', label: 'All', chosen: {} },
  ...(isLeader
    ? [
        { value: 'to-verify', label: 'To verify', chosen: { status: 'requested' } },
        { value: 'unassigned', label: 'Unassigned', chosen: { employee: unassigned } },
        { value: 'mine', label: 'Mine', chosen: { employee: myId } },
      ]
    : []),
  { value: 'overdue', label: 'Overdue', chosen: { due: 'overdue' as const } },
];

const chosenBy = ['status', 'due', 'dueFrom', 'dueTo', 'employee', 'customer'] as const;

export const tabOf = (tabs: readonly TaskTab[], search: Asked): string | null =>
  tabs.find(({ chosen }) => chosenBy.every((name) => (chosen as Asked)[name] === search[name]))?.value ?? null;

export const searchOf = (tabs: readonly TaskTab[], value: string | null) => ({
  ...Object.fromEntries(chosenBy.map((name) => [name, undefined])),
  ...tabs.find((tab) => tab.value === value)?.chosen,
});
