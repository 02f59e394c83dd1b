import { makeForecast } from '#functions/forecasts/make-forecast.ts';
import { makeGroups } from '#functions/groups/make-groups.ts';
import { makePlaces } from '#functions/places/make-places.ts';
import { makeTrends } from '#functions/trends/make-trends.ts';
import type { SystemWork } from '#functions/work.ts';
import type { ViewBasis } from './view-basis.ts';

type MakeView = (work: SystemWork, basis: ViewBasis) => Promise<void>;

/** What the pages of the segments show beside the scores, each made of one reading of the payments. */
const views: MakeView[] = [makePlaces, makeForecast, makeGroups, makeTrends];

export async function makeViews(work: SystemWork, basis: ViewBasis): Promise<void> {
  for (const make of views) await make(work, basis);
}
