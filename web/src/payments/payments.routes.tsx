import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';

export const PaymentsSearch = z.object({ customer: Id.optional().catch(undefined) });
export type PaymentsSearch = z.infer<typeof PaymentsSearch>;

export const paymentsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/payments',
    validateSearch: PaymentsSearch,
    component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
  }),
];
