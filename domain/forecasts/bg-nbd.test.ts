import { describe, expect, test } from 'vitest';
import { type Buyers, chanceAlive, fitBgNbd, purchasesIfAlive, repeatChances } from './bg-nbd.ts';

const model = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

test('the chances of 0, 1, 2 and so on repeats add up to 1, and their mean is what a newcomer is expected to buy', () => {
  const chances = repeatChances(model, 39, 400);
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
  expect(chances.at(-1)).toBeCloseTo(0, 6);
  const mean = chances.reduce((sum, chance, repeats) => sum + chance * repeats, 0);
  expect(mean).toBeCloseTo(purchasesIfAlive(model, { repeats: 0, age: 0 }, 39), 4);
});

describe('the chance of being alive', () => {
  test('is 1 for who bought once, however long ago', () => {
    expect(chanceAlive(model, { repeats: 0, last: 0, age: 400 })).toBe(1);
  });

  test('falls while a frequent buyer stays away, and faster than that of a rare one', () => {
    const after = (repeats: number, quiet: number) => chanceAlive(model, { repeats, last: 30, age: 30 + quiet });
    expect(after(20, 0)).toBeGreaterThan(after(20, 5));
    expect(after(20, 30)).toBeLessThan(0.01);
    expect(after(2, 30)).toBeGreaterThan(0.3);
  });
});

test('where leaving is as likely as the formula has no value for, the figures beside it hold', () => {
  const at = (a: number) => purchasesIfAlive({ ...model, a }, { repeats: 3, age: 20 }, 52);
  expect(at(1)).toBeCloseTo((at(0.9999) + at(1.0001)) / 2, 5);
});

test.each<[string, Partial<Buyers>]>([
  ['buy every week and never leave', { repeats: 20, last: 20 }],
  ['came once', { repeats: 0, last: 0 }],
  ['left after one return', { repeats: 1, last: 1 }],
])('where all customers alike %s the fit is finite', (_, change) => {
  const buyers = [{ repeats: 0, last: 0, age: 21, weight: 50, ...change }];
  const fit = fitBgNbd(buyers);
  expect(fit).not.toBeNull();
  const expected = purchasesIfAlive(fit!, buyers[0]!, 52) * chanceAlive(fit!, buyers[0]!);
  expect(expected).toBeGreaterThanOrEqual(0);
  expect(expected).toBeLessThan(60);
});
