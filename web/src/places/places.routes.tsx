import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { Country } from '#domain/places/place.ts';

export const PlacesSearch = z.object({ country: Country.optional().catch(undefined) });
export type PlacesSearch = z.infer<typeof PlacesSearch>;

export const placesRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/segments/places',
    validateSearch: PlacesSearch,
    component: lazyRouteComponent(() => import('./places-page.tsx'), 'PlacesPage'),
  }),
];
