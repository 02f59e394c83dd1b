import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ResultOf } from '#domain/kernel/route.ts';
import { customerRoutes } from '#domain/customers/routes.ts';
import type { Member } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { call } from '#web/platform/call.ts';
import { toast, toastProblem, toastUndo } from '#web/platform/toast.tsx';
import { loadsKey } from './load-queries.ts';

/** The latest tasks of a person, as customer or as employee. */
export const tasksOf = ({ id, role, customerId }: Pick<Member, 'id' | 'role' | 'customerId'>) => {
  const whose = role === 'customer' ? { customerId: customerId ?? id } : { employeeId: id };
  return queryOptions({
    queryKey: ['tasks', 'of', whose],
    queryFn: ({ signal }) => call(taskRoutes.list, { query: { ...whose, sort: '-createdAt', limit: 200 } }, signal),
  });
};

/** Taken from the employee, with a way back. */
export function useUnassignTask(employeeId: string) {
  const queries = useQueryClient();
  const settle = () => queries.invalidateQueries({ queryKey: ['tasks'] });
  const giveBack = useMutation({
    mutationFn: ({ id, version }: Task) =>
      call(taskRoutes.assign, { params: { taskId: id }, body: { employeeId, version } }),
    onError: toastProblem,
    onSettled: settle,
  });
  return useMutation({
    mutationFn: ({ id, version }: Task) => call(taskRoutes.unassign, { params: { taskId: id }, body: { version } }),
    onSuccess: (task) => toastUndo('Task updated successfully', () => giveBack.mutate(task)),
    onError: toastProblem,
    onSettled: settle,
  });
}

/** The customers assigned to an employee. */
export const customersOf = (memberId: string) =>
  queryOptions({
    queryKey: ['members', 'customers', memberId],
    queryFn: ({ signal }) => call(memberRoutes.customers, { params: { memberId }, query: { limit: 200 } }, signal),
  });

type Customer = ResultOf<typeof customerRoutes.assign>;

function useAssignment(send: (customerId: string) => Promise<Customer>, done: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => toast(done),
    onError: toastProblem,
    onSettled: () =>
      Promise.all([['customers'], ['members'], loadsKey].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

export const useAssignCustomer = (memberId: string) =>
  useAssignment(
    (customerId) => call(customerRoutes.assign, { params: { customerId }, body: { memberId } }),
    'Customer assigned successfully',
  );

export const useUnassignCustomer = () =>
  useAssignment(
    (customerId) => call(customerRoutes.unassign, { params: { customerId } }),
    'Customer unassigned successfully',
  );
