import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { PaymentFilter, PaymentSort } from '#domain/payments/list.ts';
import { ListedStatus } from '#domain/payments/payment.ts';
import { listSearch, severalWords } from '#web/platform/list/list-search.ts';
import { periods } from './period.ts';

export const PaymentsSearch = listSearch(PaymentSort.unwrap()).extend({
  customer: Id.optional().catch(undefined),
  task: Id.optional().catch(undefined),
  employee: Id.optional().catch(undefined),
  status: severalWords(ListedStatus),
  method: PaymentFilter.shape.method.catch(undefined),
  currency: PaymentFilter.shape.currency.catch(undefined),
  period: z
    .enum(periods.map(({ value }) => value))
    .optional()
    .catch(undefined),
  from: PaymentFilter.shape.from.catch(undefined),
  to: PaymentFilter.shape.to.catch(undefined),
  /** The payment that lies open beside the list. */
  payment: Id.optional().catch(undefined),
});
export type PaymentsSearch = z.infer<typeof PaymentsSearch>;

export const paymentsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/payments',
    validateSearch: PaymentsSearch,
    component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/payments/$paymentId',
    beforeLoad: ({ params: { paymentId } }) => {
      throw redirect({ to: '/payments', search: { payment: paymentId } });
    },
  }),
];
