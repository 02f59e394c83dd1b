import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { colleagues } from '#web/tasks/colleague-queries.ts';
import { oneTask } from '#web/tasks/task-queries.ts';
import classes from './payments.module.css';

type Props = { id: string; onClear: () => void };

/** Filters that only a link sets, such as one from a report: named, to be seen and let go of. */
export const TaskFilter = ({ id, onClear }: Props) => (
  <GivenFilter noun="TASK" name={useQuery(oneTask(id)).data?.title ?? 'One task'} onClear={onClear} />
);

export function EmployeeFilter({ id, onClear }: Props) {
  const name = useQuery(colleagues).data?.items.find((one) => one.id === id)?.name;
  return <GivenFilter noun="EMPLOYEE" name={name ?? 'Somebody who left'} onClear={onClear} />;
}

const GivenFilter = ({ noun, name, onClear }: { noun: string; name: string; onClear: () => void }) => (
  <Button
    className={classes.given ?? ''}
    aria-label={`${noun} ${name}: clear this filter`}
    rightSection={<IconX size={14} stroke={1.5} aria-hidden />}
    onClick={onClear}
  >
    <span className="cap">{noun}</span>&nbsp;<em>{name}</em>
  </Button>
);
