import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CustomerFacts } from '#domain/customers/facts.ts';
import { customerRoutes } from '#domain/customers/routes.ts';
import { placeRoutes } from '#domain/places/routes.ts';
import { oneCustomer } from '#web/customers/customer-queries.ts';
import { call } from '#web/platform/call.ts';

/** The largest towns whose name begins so; none until something is typed. */
export const townsLike = (q: string) =>
  queryOptions({
    queryKey: ['places', 'like', q],
    queryFn: ({ signal }) => call(placeRoutes.search, { query: { q } }, signal),
    enabled: q !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });

export const customersByPlace = () =>
  queryOptions({
    queryKey: ['segments', 'places'],
    queryFn: ({ signal }) => call(placeRoutes.customers, {}, signal),
  });

export function useChangeFacts(customerId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CustomerFacts) => call(customerRoutes.changeFacts, { params: { customerId }, body }),
    onSuccess: async (saved) => {
      queries.setQueryData(oneCustomer(customerId).queryKey, saved);
      await Promise.all(['customers', 'segments'].map((word) => queries.invalidateQueries({ queryKey: [word] })));
    },
  });
}
