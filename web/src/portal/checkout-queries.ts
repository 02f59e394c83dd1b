import { queryOptions } from '@tanstack/react-query';
import type { SentTo } from '#domain/kernel/route.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { call } from '#web/platform/call.ts';
import { statusOf } from '#web/platform/queries.ts';

export const openCheckout = (body: SentTo<typeof paymentRoutes.checkout>['body']) =>
  call(paymentRoutes.checkout, { body });

/** For a payment that was asked for, or once more for one that came to nothing. */
export const openPayment = (paymentId: string) => call(paymentRoutes.pay, { params: { paymentId } });

/** How a payment stands, asked of Stripe through the server. */
export const confirmation = (paymentId: string) =>
  queryOptions({
    queryKey: ['payments', 'confirmation', paymentId],
    queryFn: ({ signal }) => call(paymentRoutes.confirm, { params: { paymentId } }, signal),
    staleTime: 0,
  });

/** Two minutes in all: after that a live event asks, or the reader. */
const pausesMs = [1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 30_000, 30_000] as const;

export const pauseAfter = (asked: number): number | false => pausesMs[asked - 1] ?? false;

/** Still to come: Stripe's word, and once it is paid the receipt's number. */
const isAwaited = ({ status, receiptNumber }: Payment): boolean =>
  status === 'requested' ||
  status === 'pending' ||
  status === 'processing' ||
  (status === 'paid' && receiptNumber === null);

/** The same, asked again with longer and longer pauses until it is decided; a live event asks at once. */
export const awaitedConfirmation = (paymentId: string) =>
  queryOptions({
    ...confirmation(paymentId),
    refetchInterval: ({ state: { data, error, dataUpdateCount, errorUpdateCount } }) => {
      const isOver = data ? !isAwaited(data) : statusOf(error) === 404;
      return isOver ? false : pauseAfter(dataUpdateCount + errorUpdateCount);
    },
  });
