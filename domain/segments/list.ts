import * as z from 'zod';
import { Ids, Search, sortOf } from '#domain/kernel/list.ts';
import { PageQuery } from '#domain/kernel/page.ts';
import { CustomerForecast } from '#domain/forecasts/forecast.ts';
import { ScoredCustomer, SegmentName, Tier } from './segment.ts';

const ScoreText = z.enum(['1', '2', '3', '4', '5']);

/** Without a segment everybody who has paid. A cell of the heat map is a recency and a frequency score. */
export const SegmentFilter = z.strictObject({
  q: Search,
  segment: SegmentName.optional(),
  recency: ScoreText.optional(),
  frequency: ScoreText.optional(),
  monetary: ScoreText.optional(),
  tier: Tier.optional(),
});
export type SegmentFilter = z.infer<typeof SegmentFilter>;

export const segmentSorts = ['name', 'lastPaidOn', 'frequency', 'monetary', 'market'] as const;
/** Scores rise with their measures; who has no place stands before all others by `market`, from the highest down after. */
export const SegmentSort = sortOf(segmentSorts, '-monetary');
export type SegmentSort = z.infer<typeof SegmentSort>;

export const SegmentListQuery = PageQuery.extend({ ...SegmentFilter.shape, sort: SegmentSort });
export type SegmentListQuery = z.infer<typeof SegmentListQuery>;
export const SegmentExportQuery = SegmentFilter.extend({ ids: Ids, sort: SegmentSort });

/** A row of the table: `forecast` is null until one was made, and for who has not paid. */
export const SegmentRow = ScoredCustomer.extend({ forecast: CustomerForecast.nullable() }).meta({ id: 'SegmentRow' });
export type SegmentRow = z.infer<typeof SegmentRow>;
