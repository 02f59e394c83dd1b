import { queryOptions } from '@tanstack/react-query';
import type { SentTo } from '#domain/kernel/route.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { isFinal } from '#web/payments/payment-words.ts';
import { call } from '#web/platform/call.ts';
import { statusOf } from '#web/platform/queries.ts';

const longestPauseMs = 15_000;

export const openCheckout = (body: SentTo<typeof paymentRoutes.checkout>['body']) =>
  call(paymentRoutes.checkout, { body });

/** How a payment stands, asked of Stripe through the server. */
export const confirmation = (paymentId: string) =>
  queryOptions({
    queryKey: ['payments', 'confirmation', paymentId],
    queryFn: ({ signal }) => call(paymentRoutes.confirm, { params: { paymentId } }, signal),
    staleTime: 0,
  });

/** The same, asked again with longer and longer pauses until it is decided; a live event asks at once. */
export const awaitedConfirmation = (paymentId: string) =>
  queryOptions({
    ...confirmation(paymentId),
    refetchInterval: ({ state: { data, error, dataUpdateCount, errorUpdateCount } }) => {
      const isOver = data ? isFinal(data.status) : statusOf(error) === 404;
      return isOver ? false : Math.min(1000 * 2 ** (dataUpdateCount + errorUpdateCount - 1), longestPauseMs);
    },
  });
