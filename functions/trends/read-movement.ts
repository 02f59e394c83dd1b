import type { SegmentName } from '#domain/segments/segment.ts';
import { type Move, movementOf, movesBetween } from '#domain/trends/movement.ts';
import type { Moved, Movement } from '#domain/trends/trend.ts';
import { latestAnswer } from '#functions/platform/latest-answer.ts';
import type { Work } from '#functions/work.ts';

type Reading = Pick<Work, 'workspaceId' | 'segments' | 'segmentSettings' | 'trends' | 'customers'>;
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
  const own = moves.filter(({ from, to }) => (way === 'in' ? to : from) === segment);
  const first = own.toSorted((a, b) => b.monetary - a.monetary).slice(0, shown);
  const { items: customers } = await work.customers.list({ ids: first.map(({ id }) => id), limit: shown });
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const items = first.flatMap(({ id, from, to }) => (names.has(id) ? [{ id, name: names.get(id)!, from, to }] : []));
  return { items, total: own.length };
}

/** Two snapshots of a large business are megabytes: they are read once for each version. */
const latest = latestAnswer<Move[]>(200);

async function readMoves({ workspaceId, segments, segmentSettings, trends }: Reading) {
  const [{ version, cuts }, { scheme }, weekly] = await Promise.all([
    segments.summary(),
    segmentSettings.get(),
    trends.weeklyCuts(),
  ]);
  if (!weekly) return { since: null, scheme, moves: [] };
  const { last, weeks } = weekly;
  const moves = await latest(workspaceId, `${version} ${last} ${scheme}`, async () => {
    const [{ payers }, weekAgo] = await Promise.all([segments.snapshot(), trends.weekAgo()]);
    const then = weeks.find(({ on }) => on === last);
    const before = weekAgo && then ? { payers: weekAgo, cuts: then.cuts } : null;
    return [...movesBetween(before, cuts && { payers, cuts }, scheme)];
  });
  return { since: last, scheme, moves };
}
