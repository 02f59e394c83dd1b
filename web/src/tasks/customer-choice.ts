import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { Task } from '#domain/tasks/task.ts';
import { customersLike } from '#web/customers/customer-queries.ts';

export type CustomerChoice = { id: string; name: string; email: string | null };

/** Every customer for leaders; for an employee the customers of their own tasks, whom alone they know. */
export function useCustomerChoice(
  isLeader: boolean,
  search: string,
  tasks: readonly Task[],
  isOpen = true,
): CustomerChoice[] {
  const [q] = useDebouncedValue(search, 120);
  const found = useQuery({ ...customersLike(q), enabled: isLeader && isOpen });
  return isLeader ? (found.data?.items ?? []) : customersOf(tasks);
}

export const customersOf = (tasks: readonly Task[]): CustomerChoice[] => [
  ...new Map(tasks.map(({ customer }) => [customer.id, customer])).values(),
];
