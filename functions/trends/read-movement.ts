import type { SegmentName } from '#domain/segments/segment.ts';
import { type Move, movementOf, movesBetween } from '#domain/trends/movement.ts';
import type { Moved, Movement } from '#domain/trends/trend.ts';
import type { Work } from '#functions/work.ts';

type Reading = Pick<Work, 'segments' | 'segmentSettings' | 'trends' | 'customers'>;
const shown = 100;

/** How many moved into and out of each segment in the last week. */
export async function readMovement(work: Reading): Promise<Movement> {
  const { since, moves, scheme } = await readMoves(work);
  return { since, segments: movementOf(moves, scheme) };
}

/** Who they are: those who spent most first. */
export async function readMoved(
  work: Reading,
  { segment, way }: { segment: SegmentName; way: 'in' | 'out' },
): Promise<{ items: Moved[]; total: number }> {
  const { moves } = await readMoves(work);
  const own = [...moves].filter(({ from, to }) => (way === 'in' ? to : from) === segment);
  const first = own.toSorted((a, b) => b.monetary - a.monetary).slice(0, shown);
  const { items: customers } = await work.customers.list({ ids: first.map(({ id }) => id), limit: shown });
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const items = first.flatMap(({ id, from, to }) => (names.has(id) ? [{ id, name: names.get(id)!, from, to }] : []));
  return { items, total: own.length };
}

async function readMoves({ segments, segmentSettings, trends }: Reading) {
  const [{ payers }, { cuts }, { scheme }, weekly, weekAgo] = await Promise.all([
    segments.snapshot(),
    segments.summary(),
    segmentSettings.get(),
    trends.weeklyCuts(),
    trends.weekAgo(),
  ]);
  if (!weekly || !weekAgo) return { since: null, scheme, moves: [] as Move[] };
  const then = weekly.weeks.find(({ on }) => on === weekly.last);
  const before = then ? { payers: weekAgo, cuts: then.cuts } : null;
  return { since: weekly.last, scheme, moves: movesBetween(before, cuts && { payers, cuts }, scheme) };
}
