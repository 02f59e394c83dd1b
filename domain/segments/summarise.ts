import { type Cuts, cutsOf, knownIn, type SegmentCuts } from './cuts.ts';
import { withBins } from './fixed-cuts.ts';
import { countOf, dayNumber, dayOf, type Payers } from './payers.ts';
import type { Bins } from './settings.ts';

/** What one pass over the payers says. `cells[(R-1) * 25 + (F-1) * 5 + M-1]` and `population[P-1]` count customers. */
export type Summarised = { payers: number; cells: number[]; population: number[]; cuts: SegmentCuts | null };

type Rules = { bins: Bins; today: string };

/** One exact pass over a whole workspace: cuts, scores and counts. */
export function summarise(payers: Payers, { bins, today }: Rules): Summarised {
  const { lastPaidOn, monetary: sums, market: markets } = payers;
  const paid = signed(payers.frequency);
  const recency = cutsOf(lastPaidOn);
  const frequency = cutsOf(paid);
  const monetary = cutsOf(sums);
  if (!recency || !frequency || !monetary) {
    return { payers: 0, cells: new Array<number>(125).fill(0), population: [0, 0, 0, 0, 0], cuts: null };
  }

  const market = cutsOf(markets);
  const cuts = { ...withBins({ recency: asDays(recency), frequency, monetary }, bins, today), market };
  const cellOf = new Uint8Array(countOf(payers));
  addScores(cellOf, lastPaidOn, asNumbers(cuts.recency));
  addScores(cellOf, paid, cuts.frequency);
  addScores(cellOf, sums, cuts.monetary);
  const population = market ? countScores(markets, market) : [0, 0, 0, 0, 0];
  return { payers: countOf(payers), cells: tally(cellOf), population, cuts };
}

/** One kind of whole numbers less to compile the loops for; nobody pays two thousand million times. */
const signed = ({ buffer, byteOffset, length }: Uint32Array): Int32Array => new Int32Array(buffer, byteOffset, length);

/**
 * Puts the score of each value, less one, behind what stands there already, as a digit of base five. The same scores as
 * `scoreBy` gives, without a branch that a processor guesses wrong once in five: a step equal to the best is below it.
 */
function addScores(digits: Uint8Array, column: Float64Array | Int32Array, { steps, best }: Cuts<number>): void {
  const [two, three, four, five] = steps as [number, number, number, number];
  const tied = steps.filter((step) => step === best).length;
  for (let at = 0; at < column.length; at += 1) {
    const value = column[at]!;
    const above = Number(value > two) + Number(value > three) + Number(value > four) + Number(value > five);
    digits[at] = digits[at]! * 5 + above + tied * Number(value === best);
  }
}

/** How many have each score: NaN is above no step, and so has none. */
function countScores(column: Float64Array, { steps, best }: Cuts<number>): number[] {
  const [two, three, four, five] = steps as [number, number, number, number];
  let [overTwo, overThree, overFour, overFive, bests] = [0, 0, 0, 0, 0];
  for (let at = 0; at < column.length; at += 1) {
    const value = column[at]!;
    overTwo += Number(value > two);
    overThree += Number(value > three);
    overFour += Number(value > four);
    overFive += Number(value > five);
    bests += Number(value === best);
  }
  const over = [overTwo, overThree, overFour, overFive].map((count, at) => (steps[at] === best ? bests : count));
  const reached = [knownIn(column), ...over];
  return reached.map((count, at) => count - (reached[at + 1] ?? 0));
}

function tally(cellOf: Uint8Array): number[] {
  const counts = new Uint32Array(125);
  for (let at = 0; at < cellOf.length; at += 1) counts[cellOf[at]!]! += 1;
  return [...counts];
}

const asDays = ({ steps, best }: Cuts<number>): Cuts<string> => ({ steps: steps.map(dayOf), best: dayOf(best) });
const asNumbers = ({ steps, best }: Cuts<string>): Cuts<number> => ({
  steps: steps.map(dayNumber),
  best: dayNumber(best),
});
