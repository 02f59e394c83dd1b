import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { PaymentFilter, PaymentSort } from '#domain/payments/list.ts';
import { ListedStatus } from '#domain/payments/payment.ts';
import { listSearch, severalWords } from '#web/platform/list/list-search.ts';

export const PaymentsSearch = listSearch(PaymentSort.unwrap()).extend({
  customer: Id.optional().catch(undefined),
  status: severalWords(ListedStatus),
  method: PaymentFilter.shape.method.catch(undefined),
});
export type PaymentsSearch = z.infer<typeof PaymentsSearch>;

export const paymentsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/payments',
    validateSearch: PaymentsSearch,
    component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
  }),
];
