import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useState } from 'react';
import type { Task, TaskCandidate } from '#domain/tasks/task.ts';
import { Avatar } from '#web/platform/person.tsx';
import { colleagues } from './colleague-queries.ts';
import { taskCandidates } from './task-queries.ts';
import classes from './tasks.module.css';

type Colleague = Pick<TaskCandidate, 'id' | 'name' | 'email'> & Partial<TaskCandidate>;

type Props = Pick<SelectProps, 'value' | 'size' | 'label' | 'error' | 'aria-label'> & {
  ref?: Ref<HTMLInputElement>;
  /** Whose candidates: the customer's owner first. Without one they are all colleagues, by name. */
  task: Task | undefined;
  onChange: (employeeId: string | null) => void;
};

/** Picks who does a task, and says why: how much is open with them, and whether they look after the customer. */
export function EmployeeSelect({ task, onChange, ...props }: Props) {
  const [isOpened, setIsOpened] = useState(false);
  const isAsked = isOpened || Boolean(props.value);
  const all = useQuery({ ...colleagues, enabled: isAsked && task === undefined });
  const candidates = useQuery({ ...taskCandidates(task?.id ?? ''), enabled: task !== undefined });
  const people: readonly Colleague[] = (task ? candidates.data : all.data)?.items ?? [];
  const byId = new Map(people.map((one) => [one.id, one]));
  const chosen = byId.get(props.value ?? '');
  const failed = (task ? candidates : all).isError;

  return (
    <Select
      placeholder="Choose an employee"
      searchable
      clearable
      {...props}
      error={failed ? 'The employees did not arrive. Please try again.' : props.error}
      title={chosen?.email}
      leftSection={chosen && <Avatar person={chosen} size={20} />}
      onChange={onChange}
      onDropdownOpen={() => {
        setIsOpened(true);
        if (failed) void (task ? candidates : all).refetch();
      }}
      nothingFoundMessage={all.isLoading || candidates.isLoading ? 'Loading…' : 'No colleague matches'}
      data={people.map((one) => ({ value: one.id, label: labelOf(one, task) }))}
      filter={({ options, search }) =>
        options.filter((option) => 'value' in option && isLike(byId.get(option.value), search, option.label))
      }
      renderOption={({ option }) => <Option colleague={byId.get(option.value)} task={task} />}
    />
  );
}

/** What stands in the field when somebody is chosen is no search. */
function isLike(one: Colleague | undefined, search: string, label: string): boolean {
  const q = search.trim().toLowerCase();
  return search === label || `${one?.name} ${one?.email}`.toLowerCase().includes(q);
}

/** "4 open, looks after Amara". */
function wordsOf({ openTasks, isOwner }: Colleague, task: Task | undefined): string {
  if (openTasks === undefined) return '';
  const [first] = task?.customer.name.trim().split(/\s+/) ?? [];
  return isOwner ? `${openTasks} open, looks after ${first}` : `${openTasks} open`;
}

const labelOf = (one: Colleague, task: Task | undefined): string => `${one.name} · ${wordsOf(one, task) || one.email}`;

const Option = ({ colleague, task }: { colleague: Colleague | undefined; task: Task | undefined }) =>
  colleague && (
    <span className={classes.option}>
      <Avatar person={colleague} />
      <span className={classes.optionWords}>
        <span className="cut">{colleague.name}</span>
        <span className="cut muted">{colleague.email}</span>
      </span>
      <span className="muted figures">{wordsOf(colleague, task)}</span>
    </span>
  );
