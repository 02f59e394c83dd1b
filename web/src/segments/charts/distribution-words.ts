import { formatMoney } from '#domain/kernel/money.ts';
import type { Distribution } from '#domain/segments/distribution.ts';
import type { ScoreName } from '#domain/segments/scores.ts';

/** In the order of the switch. */
export const measures: readonly ScoreName[] = ['monetary', 'frequency', 'recency', 'population'];

export const measureFaces: Record<ScoreName, { letter: string; name: string; title: string; axis: string }> = {
  monetary: { letter: 'M', name: 'Monetary', title: 'Total spend and its cuts', axis: 'Total spend, log scale →' },
  frequency: { letter: 'F', name: 'Frequency', title: 'Frequency and its cuts', axis: 'Payments of a customer →' },
  recency: {
    letter: 'R',
    name: 'Recency',
    title: 'Recency and its cuts',
    axis: 'Days since the last payment, log scale →',
  },
  population: {
    letter: 'P',
    name: 'Population',
    title: 'Market and its cuts',
    axis: 'People in the place, weighted by the income of its country, log scale →',
  },
};

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** A value as people say it: $64.00, 3, 12 days, 1.2M. A market is the logarithm of people. */
export function valueWords(measure: ScoreName, value: number, currency: string): string {
  switch (measure) {
    case 'monetary':
      return formatMoney({ amount: value, currency });
    case 'frequency':
      return value.toLocaleString('en');
    case 'recency':
      return value === 1 ? '1 day' : `${value.toLocaleString('en')} days`;
    case 'population':
      return compact.format(Math.exp(value));
  }
}

type Bar = Distribution['bars'][number];

/** What a bar holds: whole numbers up to the one before the next bar. */
export function barWords(measure: ScoreName, { from, to }: Bar, isLast: boolean, currency: string): string {
  const last = measure === 'population' || isLast ? to : to - 1;
  const words = valueWords(measure, from, currency);
  return last === from ? words : `${words} to ${valueWords(measure, last, currency)}`;
}

/** Where a line stands between two bars of different scores, with the cut's own value. */
export function cutsBetween({ bars, steps }: Distribution): { at: number; value: number }[] {
  return bars.flatMap(({ score }, at) => {
    const before = bars[at - 1];
    if (!before || before.score === score) return [];
    return [{ at, value: steps[Math.max(before.score, score) - 2]! }];
  });
}

/** Neighbours of one score, as `from` up to and without `to`. */
export function scoreSpans(bars: readonly Bar[]): { score: number; from: number; to: number }[] {
  const starts = bars.flatMap(({ score }, at) => (bars[at - 1]?.score === score ? [] : [{ score, from: at }]));
  return starts.map((span, at) => ({ ...span, to: starts[at + 1]?.from ?? bars.length }));
}

const steps = [1, 2, 3, 4, 5, 6, 8, 10];

/** Three round steps up to the fullest bar or just above it. */
export function ticksOf(fullest: number): number[] {
  const third = Math.max(1, fullest / 3);
  const power = 10 ** Math.floor(Math.log10(third));
  const step = Math.max(1, (steps.find((each) => each * power >= third) ?? 10) * power);
  return [0, 1, 2, 3].map((times) => times * step);
}

/** Labels side by side would run into each other: one too close to the last of its line stands a line lower. */
export function labelLines(places: readonly number[], room: number): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => place - end >= room);
    const line = free === -1 ? ends.length : free;
    ends[line] = place;
    return line;
  });
}
