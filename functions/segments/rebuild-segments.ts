import type { Measures } from '#domain/customers/customer.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { marketOf } from '#domain/places/market.ts';
import { measuresIn } from '#domain/segments/history.ts';
import { idAt, type Payers, payersOf, withMeasures } from '#domain/segments/payers.ts';
import type { SegmentSettings } from '#domain/segments/settings.ts';
import { summarise } from '#domain/segments/summarise.ts';
import { chunksOf } from '#functions/platform/batch.ts';
import { forgetViews } from '#functions/platform/kept-view.ts';
import type { SystemWork } from '#functions/work.ts';
import { differences } from './differences.ts';
import { makeViews } from './make-views.ts';
import { type ReadHistory, readHistory } from './read-history.ts';
import { repair, rescore } from './remeasure.ts';
import { isSummaryTrue } from './is-summary-true.ts';
import { openRun } from './open-run.ts';

const repairedAtOnce = 500;

/**
 * Compares all that is kept with the payments, repairs what differs, and makes forecasts, groups and trends. It may be
 * stopped anywhere and done again. Payments that land meanwhile are the feed's, and stay right.
 */
export async function rebuildSegments(work: SystemWork): Promise<void> {
  const run = await openRun(work);
  try {
    const read = await readHistory(work, (payments) => run.tell('reading', payments));
    const settings = await work.segmentSettings.get();
    const expected = expectedOf(read, settings);
    const { payers: kept } = await work.segments.snapshot();
    const suspects = suspectsOf(expected, kept, read);
    let found = 0;
    for (const [at, some] of chunksOf(suspects, repairedAtOnce).entries()) {
      await run.tell('repairing', at * repairedAtOnce, suspects.length);
      found += await repair(work, some);
    }
    if (!(await isSummaryTrue(work))) await rescore(work);

    await run.tell('views', 0);
    const payers = withMeasures(payersOf(0), expected);
    const { timeZone } = await work.workspace.get();
    const day = dayIn(timeZone, work.now());
    const { cuts } = summarise(payers, { bins: settings.bins, today: day });
    const { history, placed } = read;
    if (cuts) await makeViews(work, { history, payers, cuts, settings, day, placed });
    else await forgetViews(work.workspaceId);
    await run.finish({ differences: found, customers: read.known.size, payments: history.days.length });
  } catch (error) {
    await run.fail();
    throw error;
  }
}

function expectedOf({ history, known }: ReadHistory, { incomes }: SegmentSettings): Map<string, Measures> {
  return new Map(
    history.ids.map((id, at) => {
      const { place, bornOn } = known.get(id)!;
      return [id, measuresIn(history, at, { market: marketOf(place, incomes), bornOn })];
    }),
  );
}

/** Also who should have no measures, and is no customer any more. */
function suspectsOf(expected: ReadonlyMap<string, Measures>, kept: Payers, { known }: ReadHistory): string[] {
  const everybody = new Map<string, Measures | null>([...known.keys()].map((id) => [id, null]));
  for (let at = 0; at < kept.frequency.length; at += 1) everybody.set(idAt(kept, at), null);
  for (const [id, measures] of expected) everybody.set(id, measures);
  return differences(everybody, { known, payers: kept });
}
