import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { Task } from '#domain/tasks/task.ts';
import { customersLike } from '#web/customers/customer-queries.ts';

export type CustomerChoice = { id: string; name: string; email: string | null };

type Wish = {
  isLeader: boolean;
  search: string;
  tasks: readonly Task[];
  /** Nothing is asked before. */
  isOpened?: boolean;
};

/** Every customer for leaders; for an employee the customers of their own tasks, whom alone they know. */
export function useCustomerChoice({ isLeader, search, tasks, isOpened = true }: Wish) {
  const [q] = useDebouncedValue(search, 120);
  const { data, isLoading } = useQuery({ ...customersLike(q), enabled: isLeader && isOpened });
  return { customers: isLeader ? (data?.items ?? []) : customersOf(tasks), isLoading };
}

export const customersOf = (tasks: readonly Task[]): CustomerChoice[] => [
  ...new Map(tasks.map(({ customer }) => [customer.id, customer])).values(),
];
