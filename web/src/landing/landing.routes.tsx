import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const landingRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/',
    component: lazyRouteComponent(() => import('./landing-page.tsx'), 'LandingPage'),
  }),
];
