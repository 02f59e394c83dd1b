import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const exportsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/settings/data',
    component: lazyRouteComponent(() => import('./data-settings-page.tsx'), 'DataSettingsPage'),
  }),
];
