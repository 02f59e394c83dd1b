import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { SegmentName } from '#domain/segments/segment.ts';

export const SegmentsSearch = z.object({ segment: SegmentName.optional().catch(undefined) });
export type SegmentsSearch = z.infer<typeof SegmentsSearch>;

export const segmentsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/segments',
    validateSearch: SegmentsSearch,
    component: lazyRouteComponent(() => import('./segments-page.tsx'), 'SegmentsPage'),
  }),
];
