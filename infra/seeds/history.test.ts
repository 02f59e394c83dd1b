import { beforeAll, expect, test } from 'vitest';
import { readCountry } from '#domain/places/country-text.ts';
import { daysBetween } from '#domain/kernel/time.ts';
import { townFinder } from '#functions/places/find-towns.ts';
import { makeTownFile } from '../places/compile-towns.ts';
import { paymentHistory } from './history.ts';

const today = '2026-11-20';
const asked = { today, customers: 240, seed: 11 };
const rows = paymentHistory(asked)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const byCustomer = Map.groupBy(rows, ([number]) => number);

beforeAll(makeTownFile);

test('the sample history is the same every time, and up to two years old', () => {
  expect(paymentHistory(asked)).toBe(paymentHistory(asked));
  expect(paymentHistory({ ...asked, seed: 8 })).not.toBe(paymentHistory(asked));
  const ages = rows.map(([, , day]) => daysBetween(day!, today));
  expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...ages)).toBeLessThanOrEqual(730);
});

test('it holds enough for every page of the segments', () => {
  expect(byCustomer.size).toBe(240);
  const repeaters = [...byCustomer.values()].filter((own) => new Set(own.map(([, , day]) => day)).size > 1);
  expect(repeaters.length).toBeGreaterThan(100);
  expect(rows.filter(([, , day]) => daysBetween(day!, today) < 7).length).toBeGreaterThan(5);
  expect(new Set(rows.map(([, , day]) => day!.slice(0, 7))).size).toBeGreaterThanOrEqual(24);
  expect(rows.length).toBeGreaterThan(800);
});

test('every town of it is known', async () => {
  const find = await townFinder();
  const towns = new Set(rows.map(([, , , , city, country]) => `${city}|${country}`));
  expect(towns.size).toBeGreaterThan(25);
  const unknown = [...towns].filter((town) => {
    const [city, country] = town.split('|');
    return city && !find(city, readCountry(country!));
  });
  expect(unknown).toEqual([]);
});
