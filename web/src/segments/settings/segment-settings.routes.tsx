import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const segmentSettingsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/settings/segments',
    component: lazyRouteComponent(() => import('./segment-settings-page.tsx'), 'SegmentSettingsPage'),
  }),
];
