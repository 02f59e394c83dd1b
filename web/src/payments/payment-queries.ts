import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { call } from '#web/platform/call.ts';

export const paymentList = (filter: { customerId?: string | undefined } = {}) =>
  infiniteQueryOptions({
    queryKey: ['payments', 'list', filter],
    queryFn: ({ pageParam, signal }) => call(paymentRoutes.list, { query: { ...filter, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const paymentsOfTask = (taskId: string) =>
  queryOptions({
    queryKey: ['payments', 'task', taskId],
    queryFn: ({ signal }) => call(paymentRoutes.ofTask, { params: { taskId } }, signal),
  });
