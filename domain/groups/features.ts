import type { Measures } from '#domain/customers/customer.ts';
import { countOf, dayNumber, type Payers, unknownDay } from '#domain/segments/payers.ts';
import { GroupFeature, type Grouping } from './group.ts';

export type Scale = Grouping['scales'][number];

/**
 * Customers one after another, each with `width` features in deviations from the middle (z). NaN is what is not known of
 * a customer: it has no part in any distance, nothing stands in for it.
 */
export type Rows = { width: number; values: Float64Array };

export const rowsIn = ({ width, values }: Rows): number => values.length / width;
export const rowAt = ({ width, values }: Rows, at: number): Float64Array =>
  values.subarray(at * width, (at + 1) * width);

/** Days are counted since 1970-01-01; a market of NaN and a birth on `unknownDay` are not known. */
type Known = { lastPaidOn: number; frequency: number; monetary: number; market: number; bornOn: number };

const daysOfYear = 365.2425;

/** Minor units do: what they are divided by moves the middle alone, and nobody's distance from it. */
const valueOf: Record<GroupFeature, (known: Known, today: number) => number> = {
  recency: ({ lastPaidOn }, today) => Math.log1p(Math.max(today - lastPaidOn, 0)),
  frequency: ({ frequency }) => Math.log(frequency),
  monetary: ({ monetary }) => Math.log(Math.max(monetary, 1)),
  market: ({ market }) => market,
  age: ({ bornOn }, today) => (bornOn === unknownDay ? NaN : (today - bornOn) / daysOfYear),
};

/**
 * What the customers can be told apart by: that which differs, and which is known of at least half of them. Counted in
 * deviations of the whole population, over those of whom it is known.
 */
export function scalesOf(payers: Payers, day: string): Scale[] {
  const today = dayNumber(day);
  return GroupFeature.options.flatMap((feature) => {
    const values = Float64Array.from({ length: countOf(payers) }, (_, at) =>
      valueOf[feature](knownAt(payers, at), today),
    );
    const known = values.filter((value) => !Number.isNaN(value));
    if (known.length === 0 || known.length * 2 < values.length) return [];
    const mean = meanOf(known);
    const deviation = Math.sqrt(meanOf(known.map((value) => (value - mean) ** 2)));
    return deviation < 1e-9 ? [] : [{ feature, mean, deviation }];
  });
}

export function rowsOf(payers: Payers, scales: readonly Scale[], day: string): Rows {
  const today = dayNumber(day);
  const width = scales.length;
  const values = new Float64Array(countOf(payers) * width);
  for (let at = 0; at < countOf(payers); at += 1)
    values.set(inDeviations(knownAt(payers, at), scales, today), at * width);
  return { width, values };
}

/** The row of one customer. */
export function rowOf(measures: Measures, scales: readonly Scale[], today: string): number[] {
  const { lastPaidOn, frequency, monetary, market, bornOn } = measures;
  const known = {
    lastPaidOn: dayNumber(lastPaidOn),
    frequency,
    monetary,
    market: market ?? NaN,
    bornOn: bornOn === null ? unknownDay : dayNumber(bornOn),
  };
  return inDeviations(known, scales, dayNumber(today));
}

const knownAt = (payers: Payers, at: number): Known => ({
  lastPaidOn: payers.lastPaidOn[at]!,
  frequency: payers.frequency[at]!,
  monetary: payers.monetary[at]!,
  market: payers.market[at]!,
  bornOn: payers.bornOn[at]!,
});

const inDeviations = (known: Known, scales: readonly Scale[], today: number): number[] =>
  scales.map(({ feature, mean, deviation }) => (valueOf[feature](known, today) - mean) / deviation);

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
