import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { customerRoutes } from '#domain/customers/routes.ts';
import { call } from '#web/platform/call.ts';

export const customerList = (filter: { q?: string | undefined } = {}) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'list', filter],
    queryFn: ({ pageParam, signal }) => call(customerRoutes.list, { query: { ...filter, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** A few customers to pick from while somebody types. */
export const customersLike = (q: string) =>
  queryOptions({
    queryKey: ['customers', 'like', q],
    queryFn: ({ signal }) => call(customerRoutes.list, { query: { q: q || undefined, limit: 20 } }, signal),
    placeholderData: (before) => before,
  });

export const oneCustomer = (customerId: string) =>
  queryOptions({
    queryKey: ['customers', 'one', customerId],
    queryFn: ({ signal }) => call(customerRoutes.get, { params: { customerId } }, signal),
  });
