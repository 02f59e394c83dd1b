import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const receiptsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/receipts/$paymentId',
    component: lazyRouteComponent(() => import('./receipt-page.tsx'), 'ReceiptPage'),
  }),
];
