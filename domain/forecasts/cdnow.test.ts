import { describe, expect, test } from 'vitest';
import { chanceAlive, fitBgNbd, purchasesIfAlive, together } from './bg-nbd.ts';
import { expectedSpend, fitGammaGamma } from './gamma-gamma.ts';
import cdnow from './testing/cdnow_cbs_2357.csv?raw';

const customers = cdnow
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [, repeats = 0, last = 0, age = 0, mean = 0] = line.split(',').map(Number);
    return { repeats, last, age, mean };
  });

describe('the published fit of CDNOW’s 2,357 customers', () => {
  test('BG/NBD: r, alpha, a, b and the log-likelihood of Fader, Hardie and Lee (2005)', () => {
    expect(customers).toHaveLength(2357);
    const from = performance.now();
    const fit = fitBgNbd(together(customers))!;
    console.info(`BG/NBD of 2,357 customers: ${Math.round(performance.now() - from)} ms`, fit);
    expect(Math.abs(fit.r - 0.243)).toBeLessThanOrEqual(0.002);
    expect(Math.abs(fit.alpha - 4.414)).toBeLessThanOrEqual(0.002);
    expect(Math.abs(fit.a - 0.793)).toBeLessThanOrEqual(0.002);
    expect(Math.abs(fit.b - 2.426)).toBeLessThanOrEqual(0.002);
    expect(Math.abs(fit.logLikelihood + 9582.4)).toBeLessThanOrEqual(0.1);
  });

  test('gamma-gamma: p, q and gamma of Fader and Hardie (2013), as they are rounded there', () => {
    const repeaters = customers.filter(({ repeats }) => repeats > 0);
    expect(repeaters).toHaveLength(946);
    const from = performance.now();
    const fit = fitGammaGamma(repeaters.map(({ repeats, mean }) => ({ purchases: repeats, mean })))!;
    console.info(`Gamma-gamma of 946 customers: ${Math.round(performance.now() - from)} ms`, fit);
    expect(fit.p).toBeCloseTo(6.25, 2);
    expect(fit.q).toBeCloseTo(3.74, 2);
    expect(fit.gamma).toBeCloseTo(15.44, 1);
  });

  test('customer 1 is expected to buy 1.226 times in the next 39 weeks', () => {
    const model = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    const first = { repeats: 2, last: 30.43, age: 38.86 };
    const expected = purchasesIfAlive(model, first, 39) * chanceAlive(model, first);
    expect(expected).toBeCloseTo(1.226, 3);
  });

  test('a spend is expected between the customer’s own and that of all', () => {
    const model = { p: 6.25, q: 3.74, gamma: 15.44 };
    const all = (model.p * model.gamma) / (model.q - 1);
    const expected = expectedSpend(model, { purchases: 2, mean: 22.35 });
    expect(expected).toBeGreaterThan(22.35);
    expect(expected).toBeLessThan(all);
  });
});
