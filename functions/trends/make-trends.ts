import { segmentBy } from '#domain/segments/named-segments.ts';
import { scoresOf } from '#domain/segments/cuts.ts';
import { measuresAt, type Payers, placeIn } from '#domain/segments/payers.ts';
import type { SegmentName } from '#domain/segments/segment.ts';
import { summarise } from '#domain/segments/summarise.ts';
import { payersOn, placesAmong } from '#domain/trends/past-payers.ts';
import { seasonsOf } from '#domain/trends/seasons.ts';
import { weekEnds } from '#domain/trends/weeks.ts';
import type { ViewBasis } from '#functions/segments/view-basis.ts';
import type { SystemWork } from '#functions/work.ts';

/** Keeps what is asked of the past: the cuts of each week of a year, who was where a week ago, and the seasons. */
export async function makeTrends(
  { trends }: Pick<SystemWork, 'trends'>,
  { history, payers, cuts, settings, day }: ViewBasis,
): Promise<void> {
  const places = placesAmong(history, payers);
  const ends = weekEnds(day);
  let past: Payers | null = null;
  const weeks = ends.flatMap((on) => {
    past = payersOn(history, { day: on, today: payers, places });
    const { cuts: then } = summarise(past, { bins: settings.bins, today: on });
    return then ? [{ on, cuts: then }] : [];
  });
  // The payers first: movement is read against cuts, and without cuts against nobody.
  if (past) await trends.writeWeekAgo(past);
  await trends.writeWeeklyCuts({ scheme: settings.scheme, last: ends.at(-1)!, weeks });

  const segmentOf = (id: string): SegmentName | null => {
    const at = placeIn(payers, id);
    return at === null ? null : segmentBy(settings.scheme, scoresOf(measuresAt(payers, at), cuts));
  };
  await trends.writeSeasons(seasonsOf(history, { today: day, segmentOf }));
}
