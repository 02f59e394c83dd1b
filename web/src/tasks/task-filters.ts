import { TaskStatus } from '#domain/tasks/task.ts';
import type { Filter } from '#web/platform/list/filter.ts';
import { statusFace } from './task-words.ts';

export const statusFilter: Filter = {
  id: 'status',
  label: 'STATUS',
  several: true,
  options: TaskStatus.options.map((value) => ({ value, label: statusFace[value].children })),
};

export const dueFilter: Filter = {
  id: 'due',
  label: 'DUE',
  options: [
    { value: 'overdue', label: 'Overdue' },
    { value: 'today', label: 'Today' },
    { value: 'none', label: 'No date' },
  ],
};

type Chosen = { status?: string | undefined; due?: string | undefined; employee?: string | undefined };

/** The questions asked every day, as tabs over the filters; a choice beside them is no tab. */
const tabs = [
  { value: 'all', label: 'All', chosen: {} },
  { value: 'to-verify', label: 'To verify', chosen: { status: 'requested' } },
  { value: 'unassigned', label: 'Unassigned', chosen: { employee: 'none' } },
  { value: 'overdue', label: 'Overdue', chosen: { due: 'overdue' } },
] satisfies { value: string; label: string; chosen: Chosen }[];

export const tabsFor = (isLeader: boolean) => tabs.filter(({ value }) => isLeader || value !== 'unassigned');

export const tabOf = ({ status, due, employee }: Chosen): string | null =>
  tabs.find(
    ({ chosen }: { chosen: Chosen }) => chosen.status === status && chosen.due === due && chosen.employee === employee,
  )?.value ?? null;

export const chosenOf = (tab: string | null): Chosen => ({
  status: undefined,
  due: undefined,
  employee: undefined,
  ...tabs.find(({ value }) => value === tab)?.chosen,
});
