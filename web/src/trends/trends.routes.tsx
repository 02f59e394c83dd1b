import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { SegmentName } from '#domain/segments/segment.ts';

export const SeasonsSearch = z.object({
  segment: SegmentName.optional().catch(undefined),
  of: z.enum(['payments', 'spend']).optional().catch(undefined),
});
export type SeasonsSearch = z.infer<typeof SeasonsSearch>;

export const trendsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/segments/seasons',
    validateSearch: SeasonsSearch,
    component: lazyRouteComponent(() => import('./seasons-page.tsx'), 'SeasonsPage'),
  }),
];
