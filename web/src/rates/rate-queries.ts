import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExchangeRate } from '#domain/rates/rate.ts';
import { rateRoutes } from '#domain/rates/routes.ts';
import { call } from '#web/platform/call.ts';

export const ratesQuery = queryOptions({
  queryKey: ['rates', 'list'],
  queryFn: ({ signal }) => call(rateRoutes.list, {}, signal),
});

/** What can be paid in follows from the rates. */
export function useForgetRates(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['rates'] });
}

export function useRemoveRate() {
  const forget = useForgetRates();
  return useMutation({
    mutationFn: ({ currency, from }: ExchangeRate) => call(rateRoutes.remove, { params: { currency, from } }),
    onSuccess: forget,
  });
}
