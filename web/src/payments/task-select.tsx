import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tasksLike } from '#web/tasks/task-queries.ts';
import { type FoundFieldProps, FoundSelect } from '#web/platform/found-select.tsx';

/** A task this person may read, with whose it is. */
export function TaskSelect(props: FoundFieldProps) {
  const [q, ask] = useState('');
  const tasks = useQuery(tasksLike(q)).data?.items ?? [];
  const found = tasks.map(({ id, title, customer }) => ({
    value: id,
    name: title,
    label: `${title} · ${customer.name}`,
  }));
  return <FoundSelect nothingFoundMessage="No task matches" {...props} found={found} onAsk={ask} />;
}
