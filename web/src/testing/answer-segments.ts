import { memberRoutes } from '#domain/members/routes.ts';
import type { Distributions } from '#domain/segments/distribution.ts';
import type { SegmentFilter, SegmentRow } from '#domain/segments/list.ts';
import { neverRebuilt, type Rebuild } from '#domain/segments/rebuild.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import type { ScoredCustomer, SegmentSummary } from '#domain/segments/segment.ts';
import { trendRoutes } from '#domain/trends/routes.ts';
import type { Movement } from '#domain/trends/trend.ts';
import { answer } from './answer.ts';
import { makeScored } from './make-scored.ts';
import { signedInAs } from './render-page.tsx';

export const makeRow = (change: Partial<SegmentRow> = {}): SegmentRow => ({
  ...makeScored(),
  forecast: null,
  ...change,
});

const noMovement: Movement = { since: null, segments: [] };

type Stored = {
  summary: SegmentSummary;
  customers: SegmentRow[];
  distributions: Distributions['items'];
  movement: Movement;
  rebuild: Rebuild;
};

/** Segments that a test can change under the open page, seen by an admin. */
export function answerSegments(summary: SegmentSummary, customers: SegmentRow[] = []): Stored {
  const stored: Stored = { summary, customers, distributions: [], movement: noMovement, rebuild: neverRebuilt };
  signedInAs('admin');
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(segmentRoutes.summary, () => stored.summary);
  answer(segmentRoutes.distributions, () => ({ version: stored.summary.version, items: stored.distributions }));
  answer(trendRoutes.movement, () => stored.movement);
  answer(segmentRoutes.rebuild, () => stored.rebuild);
  answer(segmentRoutes.customers, ({ query }) => {
    const found = stored.customers.filter(fits(query));
    const from = Number(query.cursor ?? 0);
    const to = from + query.limit;
    const nextCursor = to < found.length ? String(to) : null;
    return { items: found.slice(from, to), nextCursor, version: stored.summary.version };
  });
  answer(segmentRoutes.count, ({ query }) => ({
    count: stored.customers.filter(fits(query)).length,
    isCapped: false,
  }));
  return stored;
}

const fits =
  (asked: SegmentFilter) =>
  ({ segment, tier, scores }: ScoredCustomer): boolean =>
    (asked.segment ? segment === asked.segment : scores !== null) &&
    (!asked.tier || tier === asked.tier) &&
    (!asked.recency || String(scores?.recency) === asked.recency) &&
    (!asked.frequency || String(scores?.frequency) === asked.frequency);
