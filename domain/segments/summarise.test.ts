import { expect, test } from 'vitest';
import { randomFrom } from '#domain/groups/random.ts';
import { cutsOf, scoreBy } from './cuts.ts';
import { type Payers, payersOf } from './payers.ts';
import { type Bins, usualSettings } from './settings.ts';
import { summarise } from './summarise.ts';

const today = '2026-11-20';
const random = randomFrom(2);

/** So many that they are counted and not sorted. */
function manyPayers(limit: { days: number; payments: number; sums: number }): Payers {
  const payers = payersOf(12_000);
  const below = (most: number): number => Math.floor(random() * most);
  for (let at = 0; at < 12_000; at += 1) {
    payers.lastPaidOn[at] = 20_000 + below(limit.days);
    payers.frequency[at] = 1 + below(limit.payments);
    payers.monetary[at] = below(limit.sums);
    payers.market[at] = at % 3 === 0 ? NaN : below(limit.sums) / 7;
  }
  return payers;
}

/** Customer by customer, as they are scored when they are read. */
function slowly(payers: Payers): Pick<ReturnType<typeof summarise>, 'cells' | 'population'> {
  const known = payers.market.filter((value) => !Number.isNaN(value));
  const scores = [payers.lastPaidOn, payers.frequency, payers.monetary].map((column) => {
    const cuts = cutsOf(Float64Array.from(column))!;
    return Array.from(column, (value) => scoreBy(cuts, value));
  });
  const cells = new Array<number>(125).fill(0);
  const [r, f, m] = scores as [number[], number[], number[]];
  for (const at of r.keys()) cells[(r[at]! - 1) * 25 + (f[at]! - 1) * 5 + m[at]! - 1]! += 1;
  const population = [0, 0, 0, 0, 0];
  const cuts = cutsOf(known);
  for (const value of known) population[scoreBy(cuts!, value) - 1]! += 1;
  return { cells, population };
}

test.each([
  ['few equal', { days: 900, payments: 300, sums: 1e7 }],
  ['half of them the best', { days: 2, payments: 2, sums: 2 }],
  ['all equal', { days: 1, payments: 1, sums: 1 }],
  ['three values each', { days: 3, payments: 3, sums: 3 }],
])('the counts of a whole business are those of each customer: %s', (_, limit) => {
  const payers = manyPayers(limit);
  expect(summarise(payers, { bins: usualSettings.bins, today })).toMatchObject(slowly(payers));
});

test('fixed steps count as they score', () => {
  const payers = manyPayers({ days: 900, payments: 30, sums: 1e6 });
  const bins: Bins = { recency: null, frequency: [2, 5, 10, 20], monetary: null };
  const { cells, cuts } = summarise(payers, { bins, today });
  const best = cells.filter((_, at) => Math.floor(at / 5) % 5 === 4).reduce((sum, count) => sum + count, 0);
  expect(best).toBe(payers.frequency.filter((frequency) => scoreBy(cuts!.frequency, frequency) === 5).length);
  expect(best).toBe(payers.frequency.filter((frequency) => frequency >= 20).length);
});
