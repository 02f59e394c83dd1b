import { expect, test } from 'vitest';
import type { Rows } from './features.ts';
import { kMeans } from './k-means.ts';
import { bicOf, fitMixture, likeliest } from './mixture.ts';
import { randomFrom } from './random.ts';

const random = randomFrom(8);
const bell = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
/** Three in four lie narrow about -3, the others wide about 3; the second feature says nothing. */
const list = Array.from({ length: 2000 }, (_, at) =>
  at % 4 === 0 ? [3 + bell() * 1.5, bell()] : [-3 + bell() / 2, bell()],
);
const rows: Rows = { width: 2, values: Float64Array.from(list.flat()) };
const fit = (those: Rows, k: number) =>
  fitMixture(those, kMeans(those, { k, starts: 10, random: randomFrom(1) }).of, k);

test('F255 a mixture finds the shares, middles and variances the rows were drawn from', () => {
  const [narrow, wide] = fit(rows, 2).parts.toSorted((a, b) => a.means[0]! - b.means[0]!);
  expect(narrow!.share).toBeCloseTo(0.75, 1);
  expect(narrow!.means[0]).toBeCloseTo(-3, 1);
  expect(narrow!.variances[0]).toBeCloseTo(0.25, 1);
  expect(wide!.means[0]).toBeCloseTo(3, 0);
  expect(Math.abs(wide!.variances[0]! - 2.25)).toBeLessThan(0.3);
});

test('the criterion is lowest at the true number of groups', () => {
  const bics = [1, 2, 3, 4, 5].map((k) => bicOf(fit(rows, k), 2, 2000));
  expect(bics.indexOf(Math.min(...bics)) + 1).toBe(2);
});

test('one group is the mean and the variance of all', () => {
  const one = fitMixture({ width: 1, values: Float64Array.of(1, 2, 3, 6) }, [0, 0, 0, 0], 1).parts[0]!;
  expect(one).toEqual({ share: 1, means: [3], variances: [3.5] });
});

test('what is not known is left out: the same middles come from the rest', () => {
  const gapped = { width: 2, values: rows.values.map((value, at) => (at % 6 === 1 ? NaN : value)) };
  const [narrow] = fit(gapped, 2).parts.toSorted((a, b) => a.means[0]! - b.means[0]!);
  expect(narrow!.means[0]).toBeCloseTo(-3, 1);
  const [place] = likeliest({ width: 2, values: Float64Array.of(-3, NaN) }, [
    { share: 0.5, means: [3, 0], variances: [1, 1] },
    { share: 0.5, means: [-3, 0], variances: [1, 1] },
  ]);
  expect(place).toBe(1);
});

test('rows that are all alike in something do not make the likelihood endless', () => {
  const alike = { width: 2, values: Float64Array.from(list.flatMap(([value]) => [value!, 1])) };
  const { logLikelihood, parts } = fit(alike, 3);
  expect(Number.isFinite(logLikelihood)).toBe(true);
  expect(Math.min(...parts.flatMap(({ variances }) => variances))).toBeGreaterThan(0);
});
