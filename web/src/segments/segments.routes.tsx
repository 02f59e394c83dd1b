import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type * as z from 'zod';
import { CustomerSort } from '#domain/customers/list.ts';
import { SegmentName } from '#domain/segments/segment.ts';
import { listSearch } from '#web/platform/list/list-search.ts';

export const SegmentsSearch = listSearch(CustomerSort.unwrap()).extend({
  segment: SegmentName.optional().catch(undefined),
});
export type SegmentsSearch = z.infer<typeof SegmentsSearch>;

export const segmentsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/segments',
    validateSearch: SegmentsSearch,
    component: lazyRouteComponent(() => import('./segments-page.tsx'), 'SegmentsPage'),
  }),
];
