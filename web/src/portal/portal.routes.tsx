import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { TaskSort } from '#domain/tasks/list.ts';
import { TaskStatus } from '#domain/tasks/task.ts';
import { listSearch, severalWords } from '#web/platform/list/list-search.ts';

export const PaySearch = z.object({
  task: Id.optional().catch(undefined),
  /** The payment that lies open beside the list. */
  payment: Id.optional().catch(undefined),
});
export type PaySearch = z.infer<typeof PaySearch>;

export const MyTasksSearch = listSearch(TaskSort.unwrap()).extend({ status: severalWords(TaskStatus) });
export type MyTasksSearch = z.infer<typeof MyTasksSearch>;

export const ResultSearch = z.object({ payment: Id.optional().catch(undefined) });
export type ResultSearch = z.infer<typeof ResultSearch>;

export const portalRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/portal',
    component: lazyRouteComponent(() => import('./portal-page.tsx'), 'PortalPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/portal/tasks',
    validateSearch: MyTasksSearch,
    component: lazyRouteComponent(() => import('./my-tasks-page.tsx'), 'MyTasksPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/portal/pay',
    validateSearch: PaySearch,
    component: lazyRouteComponent(() => import('./pay-page.tsx'), 'PayPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/portal/pay/$paymentId',
    beforeLoad: ({ params: { paymentId } }) => {
      throw redirect({ to: '/portal/pay', search: { payment: paymentId } });
    },
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/portal/pay/success',
    validateSearch: ResultSearch,
    component: lazyRouteComponent(() => import('./pay-success-page.tsx'), 'PaySuccessPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/portal/pay/fail',
    validateSearch: ResultSearch,
    component: lazyRouteComponent(() => import('./pay-fail-page.tsx'), 'PayFailPage'),
  }),
];
