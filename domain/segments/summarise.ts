import { type Cuts, cutsOf, type SegmentCuts } from './cuts.ts';
import { withBins } from './fixed-cuts.ts';
import { countOf, dayNumber, dayOf, type Payers } from './payers.ts';
import type { Bins } from './settings.ts';

/** What one pass over the payers says. `cells[(R-1) * 25 + (F-1) * 5 + M-1]` and `population[P-1]` count customers. */
export type Summarised = { payers: number; cells: number[]; population: number[]; cuts: SegmentCuts | null };

type Rules = { bins: Bins; today: string };

/** One exact pass over a whole workspace: cuts, scores and counts. */
export function summarise(payers: Payers, { bins, today }: Rules): Summarised {
  const columns = { ...payers, frequency: signed(payers.frequency), market: knownOf(payers.market) };
  const recency = cutsOf(columns.lastPaidOn);
  const frequency = cutsOf(columns.frequency);
  const monetary = cutsOf(columns.monetary);
  if (!recency || !frequency || !monetary) {
    return { payers: 0, cells: new Array<number>(125).fill(0), population: [0, 0, 0, 0, 0], cuts: null };
  }

  const market = cutsOf(columns.market);
  const cuts = { ...withBins({ recency: asDays(recency), frequency, monetary }, bins, today), market };
  const cells = cellsOf(columns, cuts);
  const population = market ? scoresIn(columns.market, market) : [0, 0, 0, 0, 0];
  return { payers: countOf(payers), cells, population, cuts };
}

/** One kind of whole numbers for the loops is faster than two; nobody pays two thousand million times. */
const signed = ({ buffer, byteOffset, length }: Uint32Array): Int32Array => new Int32Array(buffer, byteOffset, length);

/** What is not known is written over by the next, without a branch as below. */
function knownOf(column: Float64Array): Float64Array {
  const known = new Float64Array(column.length);
  let count = 0;
  for (let at = 0; at < column.length; at += 1) {
    known[count] = column[at]!;
    count += Number(!Number.isNaN(column[at]!));
  }
  return known.subarray(0, count);
}

type Ranked = { lastPaidOn: Int32Array; frequency: Int32Array; monetary: Float64Array };

function cellsOf({ lastPaidOn, frequency, monetary }: Ranked, cuts: SegmentCuts): number[] {
  const r = stepsOf(asNumbers(cuts.recency));
  const f = stepsOf(cuts.frequency);
  const m = stepsOf(cuts.monetary);
  const cells = new Uint32Array(125);
  for (let at = 0; at < lastPaidOn.length; at += 1) {
    const row = passed(lastPaidOn[at]!, r) * 5 + passed(frequency[at]!, f);
    cells[row * 5 + passed(monetary[at]!, m)]! += 1;
  }
  return [...cells];
}

function scoresIn(column: Float64Array, cuts: Cuts<number>): number[] {
  const steps = stepsOf(cuts);
  const scores = new Uint32Array(5);
  for (let at = 0; at < column.length; at += 1) scores[passed(column[at]!, steps)]! += 1;
  return [...scores];
}

type Steps = { two: number; three: number; four: number; five: number };

/** The best has passed every step: one that is equal to it is put a hair below, where no other value is. */
function stepsOf({ steps, best }: Cuts<number>): Steps {
  const hair = Math.max(Math.abs(best), 1) * Number.EPSILON;
  const [two, three, four, five] = steps.map((step) => Math.min(step, best - hair)) as [number, number, number, number];
  return { two, three, four, five };
}

/** One less than `scoreBy` says, without a branch: a processor would guess each one wrong for one customer in five. */
const passed = (value: number, { two, three, four, five }: Steps): number =>
  Number(value > two) + Number(value > three) + Number(value > four) + Number(value > five);

const asDays = ({ steps, best }: Cuts<number>): Cuts<string> => ({ steps: steps.map(dayOf), best: dayOf(best) });
const asNumbers = ({ steps, best }: Cuts<string>): Cuts<number> => ({
  steps: steps.map(dayNumber),
  best: dayNumber(best),
});
