import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { SegmentSort } from '#domain/segments/list.ts';
import { Score } from '#domain/segments/scores.ts';
import { SegmentName, Tier } from '#domain/segments/segment.ts';
import { listSearch } from '#web/platform/list/list-search.ts';

/** Numbers, so that they stand in the address without quotes. */
const ScoreInAddress = Score.optional().catch(undefined);

export const SegmentsSearch = listSearch(SegmentSort.unwrap()).extend({
  segment: SegmentName.optional().catch(undefined),
  recency: ScoreInAddress,
  frequency: ScoreInAddress,
  monetary: ScoreInAddress,
  tier: Tier.optional().catch(undefined),
  /** The customer who lies open beside the list. */
  customer: Id.optional().catch(undefined),
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
