import type { Measures } from '#domain/customers/customer.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { ofPayments } from '#domain/segments/measure.ts';
import { type Payers, withMeasures } from '#domain/segments/payers.ts';
import type { SegmentSettings } from '#domain/segments/settings.ts';
import { summarise } from '#domain/segments/summarise.ts';
import type { KnownCustomer } from '#functions/customers/known-customers.ts';
import type { SystemWork } from '#functions/work.ts';
import { differences } from './differences.ts';
import { type FedPayment, measureCustomers } from './measure-customers.ts';

export type Remeasuring = Pick<
  SystemWork,
  'segments' | 'segmentSettings' | 'workspace' | 'customers' | 'payments' | 'live' | 'now'
>;

type Renewed = { payers: Payers; version: number; settings: SegmentSettings; measures: Map<string, Measures | null> };

/**
 * Measures some customers anew from their own payments and brings the summary after. Nothing is added to or subtracted
 * from a figure, so it may be done twice, late or beside another: the end is that of a full recompute. `fed` lies over
 * what is read. Answers which of the customers are stored; the others are nobody's and have no measures.
 */
export async function remeasure(
  work: Remeasuring,
  customerIds: readonly string[],
  fed: readonly FedPayment[] = [],
): Promise<ReadonlySet<string>> {
  const renewed = await renewSnapshot(work, [...new Set(customerIds)], { fed });
  await keep(work, renewed);
  return renewed.known;
}

/**
 * The same for customers of whom the snapshot or the document was seen not to be what it should. Answers of how many their
 * payments were missed: they said something else for longer than the feed takes.
 */
export async function repair(work: Remeasuring, customerIds: readonly string[]): Promise<number> {
  const renewed = await renewSnapshot(work, customerIds, { isRepair: true });
  await keep(work, renewed);
  return renewed.missed;
}

/** Scores everybody anew: the rules have changed, and no payment. */
export async function rescore(work: Remeasuring): Promise<void> {
  for (;;) {
    const snapshot = await work.segments.snapshot();
    if (snapshot.etag === null) return;
    const settings = await work.segmentSettings.get();
    const { version: told } = await work.segments.summary();
    const renewed = { ...snapshot, version: Math.max(snapshot.version, told) + 1 };
    if (await work.segments.replaceSnapshot(renewed)) return publish(work, { ...renewed, settings });
  }
}

async function keep(work: Remeasuring, { known, ...renewed }: Renewed & { known: ReadonlySet<string> }): Promise<void> {
  const stored = new Map([...renewed.measures].filter(([id]) => known.has(id)));
  await work.customers.setMeasures(stored, renewed.version);
  await publish(work, renewed);
}

/** The summary last: who hears of a version finds everything of it. */
async function publish(
  work: Remeasuring,
  { payers, version, settings }: Pick<Renewed, 'payers' | 'version' | 'settings'>,
): Promise<void> {
  const { timeZone } = await work.workspace.get();
  const day = dayIn(timeZone, work.now());
  const summarised = summarise(payers, { bins: settings.bins, today: day });
  const summary = { version, updatedAt: work.now().toISOString(), day, ...summarised };
  if (await work.segments.replaceSummary(summary)) await work.live.toStaff({ kind: 'segments.changed', version });
}

type Way = { fed?: readonly FedPayment[]; isRepair?: boolean };

/** The snapshot is read before all else, so that nobody writes what is older than what they read. */
async function renewSnapshot(work: Remeasuring, customerIds: readonly string[], { fed = [], isRepair = false }: Way) {
  for (;;) {
    const snapshot = await work.segments.snapshot();
    const settings = await work.segmentSettings.get();
    const { measures, known, changedAt } = await measureCustomers(work, customerIds, {
      fed,
      incomes: settings.incomes,
    });
    const payers = withMeasures(snapshot.payers, measures);
    const kept = { known, payers: snapshot.payers };
    const isRight = !isRepair || differences(measures, kept).length === 0;
    const missed = isRepair ? differences(measures, kept, ofPayments) : [];
    const renewed = {
      payers,
      settings,
      measures,
      known: new Set(known.keys()),
      missed: missed.filter((id) => !isOnItsWay(changedAt.get(id), work.now())).length,
    };
    // A document is written over by a higher version only.
    const isSame = payers === snapshot.payers && isRight;
    if (isSame) return { ...renewed, version: snapshot.version };

    if (snapshot.etag === null) await work.segments.noteScored();
    const told = isRepair ? await highestTold(work, known) : 0;
    const version = Math.max(snapshot.version, told) + 1;
    if (await work.segments.replaceSnapshot({ ...snapshot, payers, version })) return { ...renewed, version };
  }
}

/** Higher than the snapshot's where that was lost, and would be taken for an old one by all that was made of it. */
async function highestTold({ segments }: Remeasuring, known: ReadonlyMap<string, KnownCustomer>): Promise<number> {
  const { version } = await segments.summary();
  return [...known.values()].reduce((highest, { measuresVersion }) => Math.max(highest, measuresVersion), version);
}

/** Many times what the feed takes. */
const feedSeconds = 120;

const isOnItsWay = (changedAt: number | undefined, now: Date): boolean =>
  changedAt !== undefined && now.getTime() / 1000 - changedAt < feedSeconds;
