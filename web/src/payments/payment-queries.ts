import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { rateRoutes } from '#domain/rates/routes.ts';
import { receiptRoutes } from '#domain/receipts/routes.ts';
import type { SentTo } from '#domain/kernel/route.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { call, linkTo } from '#web/platform/call.ts';
import type { CountQuery } from '#web/platform/list/use-count.ts';
import { type PageQuery, pageSize } from '#web/platform/list/use-keyset.ts';

export type PaymentFilters = Omit<NonNullable<SentTo<typeof paymentRoutes.count>['query']>, 'exact'>;
export type PaymentWish = PaymentFilters & Pick<NonNullable<SentTo<typeof paymentRoutes.list>['query']>, 'sort'>;

/** The latest payments, for a page that sums them up. */
export const paymentList = (filter: { customerId?: string | undefined } = {}) =>
  infiniteQueryOptions({
    queryKey: ['payments', 'latest', filter],
    queryFn: ({ pageParam, signal }) => call(paymentRoutes.list, { query: { ...filter, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const paymentPages =
  (wish: PaymentWish = {}): PageQuery<Payment> =>
  (cursor) => ({
    queryKey: ['payments', 'list', wish, cursor ?? null],
    queryFn: ({ signal }) => call(paymentRoutes.list, { query: { ...wish, cursor, limit: pageSize } }, signal),
  });

export const paymentCount =
  ({ sort: _, ...filter }: PaymentWish = {}): CountQuery =>
  (isExact) => ({
    queryKey: ['payments', 'count', filter, isExact],
    queryFn: ({ signal }) =>
      call(paymentRoutes.count, { query: { ...filter, exact: isExact ? '1' : undefined } }, signal),
  });

export const paymentTotals = (filter: PaymentFilters) =>
  queryOptions({
    queryKey: ['payments', 'totals', filter],
    queryFn: ({ signal }) => call(paymentRoutes.totals, { query: filter }, signal),
    placeholderData: (before) => before,
  });

export const paymentsFile = (wish: PaymentWish, ids?: string[]): string =>
  linkTo(paymentRoutes.export, { query: { ...wish, ids } });

export const paymentsBook = (wish: PaymentWish): string => linkTo(paymentRoutes.exportXlsx, { query: wish });

export const onePayment = (paymentId: string) =>
  queryOptions({
    queryKey: ['payments', 'one', paymentId],
    queryFn: ({ signal }) => call(paymentRoutes.read, { params: { paymentId } }, signal),
  });

export const paymentsOfTask = (taskId: string) =>
  queryOptions({
    queryKey: ['payments', 'task', taskId],
    queryFn: ({ signal }) => call(paymentRoutes.ofTask, { params: { taskId } }, signal),
  });

/** In which currencies one can pay today. */
export const payable = queryOptions({
  queryKey: ['rates', 'payable'],
  queryFn: ({ signal }) => call(rateRoutes.payable, {}, signal),
});

/** After any change, also a refused one, what stands on the page is read again. */
function usePaymentChange<Wish, Result>(send: (wish: Wish) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ['payments'] }),
  });
}

export const useRequestPayment = () =>
  usePaymentChange((body: SentTo<typeof paymentRoutes.request>['body']) => call(paymentRoutes.request, { body }));

export const useRecordPayment = () =>
  usePaymentChange((body: SentTo<typeof paymentRoutes.record>['body']) => call(paymentRoutes.record, { body }));

export const useCancelPayment = () =>
  usePaymentChange((paymentId: string) => call(paymentRoutes.cancel, { params: { paymentId } }));

type RefundWish = SentTo<typeof paymentRoutes.refund>;
export const useRefund = () => usePaymentChange((wish: RefundWish) => call(paymentRoutes.refund, wish));

export const useSendReceipt = () =>
  usePaymentChange((paymentId: string) => call(receiptRoutes.send, { params: { paymentId } }));
