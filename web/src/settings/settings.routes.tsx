import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { PaymentSettingsSearch } from './payment-settings-search.ts';

export const settingsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/settings',
    beforeLoad: () => {
      throw redirect({ to: '/settings/sign-in' });
    },
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/settings/payments',
    validateSearch: PaymentSettingsSearch,
    component: lazyRouteComponent(() => import('./payment-settings-page.tsx'), 'PaymentSettingsPage'),
  }),
];
