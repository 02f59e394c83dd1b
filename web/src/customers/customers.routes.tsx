import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type * as z from 'zod';
import { CustomerFilter, CustomerSort } from '#domain/customers/list.ts';
import { importsRoutes } from '#web/imports/imports.routes.tsx';
import { listSearch } from '#web/platform/list/list-search.ts';

const { segment, account } = CustomerFilter.shape;

export const CustomersSearch = listSearch(CustomerSort.unwrap()).extend({
  segment: segment.catch(undefined),
  account: account.catch(undefined),
});
export type CustomersSearch = z.infer<typeof CustomersSearch>;

export const customersRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/customers',
    validateSearch: CustomersSearch,
    component: lazyRouteComponent(() => import('./customers-page.tsx'), 'CustomersPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/customers/$customerId',
    component: lazyRouteComponent(() => import('./customer-page.tsx'), 'CustomerPage'),
  }),
  ...importsRoutes(parent),
];
