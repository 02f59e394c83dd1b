import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { importsRoutes } from '#web/imports/imports.routes.tsx';

/** A number typed into the address is a reference. */
const Typed = z.union([z.string(), z.number().transform(String)]);

export const CustomersSearch = z.object({ q: Typed.optional().catch(undefined) });
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
