import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { stripeAccountRoutes } from '#domain/stripe-accounts/routes.ts';
import { call } from '#web/platform/call.ts';

const queryKey = ['settings', 'stripe'];

/** As it is stored; after a visit at Stripe it is read there anew, because coming back says nothing. */
export const connectionQuery = (isBack: boolean) =>
  queryOptions({
    queryKey,
    queryFn: ({ signal }) =>
      isBack ? call(stripeAccountRoutes.refresh, {}, signal) : call(stripeAccountRoutes.read, {}, signal),
  });

/** Opens Stripe's pages in place of ours. */
export const useConnect = () =>
  useMutation({
    mutationFn: (country: string) => call(stripeAccountRoutes.connect, { body: { country } }),
    onSuccess: ({ url }) => window.location.assign(url),
  });

export function useRefresh() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(stripeAccountRoutes.refresh),
    onSuccess: (connection) => queries.setQueryData(queryKey, connection),
  });
}

export function useDisconnect() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(stripeAccountRoutes.disconnect),
    onSuccess: (connection) => queries.setQueryData(queryKey, connection),
  });
}
