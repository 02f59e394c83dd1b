import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const forecastsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/segments/forecast',
    component: lazyRouteComponent(() => import('./forecast-page.tsx'), 'ForecastPage'),
  }),
];
