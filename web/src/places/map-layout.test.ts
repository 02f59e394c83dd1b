import { expect, test } from 'vitest';
import { countries } from '#domain/places/countries.ts';
import type { CustomersAtPlace } from '#domain/places/routes.ts';
import { layoutOf } from './map-layout.ts';
import { outlines } from './world.ts';

const spot = (townId: number, country: string, at: [number, number] | null, customers: number): CustomersAtPlace => ({
  place: { townId, name: `Town ${townId}`, region: '', country, population: 600_000 },
  at,
  customers,
  monetary: 0,
});
const frame = { width: 700, height: 343 };
const oslo = spot(1, 'NO', [10.75, 59.91], 100);
const bergen = spot(2, 'NO', [5.32, 60.39], 25);
const sydney = spot(3, 'AU', [151.2, -33.87], 4);

test('every outline of a country that has a code is a country where a customer may live', () => {
  const codes = outlines.flatMap(({ country }) => country ?? []);
  expect(codes.filter((code) => !countries.includes(code))).toEqual([]);
  expect(codes.length).toBeGreaterThan(170);
  expect(codes).toEqual(expect.arrayContaining(['NO', 'DE', 'IN', 'US', 'XK']));
});

test('the area of a bubble is its customers, and a place without a point has none', () => {
  const { bubbles } = layoutOf({ ...frame, country: null, spots: [oslo, bergen, spot(4, 'NO', null, 9)] });
  expect(bubbles.map(({ key }) => key)).toEqual(['1', '2']);
  expect(bubbles[0]!.radius).toBeCloseTo(2 * bubbles[1]!.radius);
});

test('north is up and east is right', () => {
  const { bubbles } = layoutOf({ ...frame, country: null, spots: [oslo, bergen, sydney] });
  const [inOslo, inBergen, inSydney] = bubbles;
  expect(inBergen!.x).toBeLessThan(inOslo!.x);
  expect(inSydney!.y).toBeGreaterThan(inOslo!.y);
});

test.each([
  ['its outline', 'NO', [oslo, bergen, sydney], ['1', '2']],
  ['its places where it has no outline', 'SG', [spot(7, 'SG', [103.85, 1.29], 5), sydney], ['7']],
  ['what it has overseas', 'US', [spot(8, 'US', [-157.86, 21.3], 5), spot(9, 'US', [-74, 40.7], 9)], ['8', '9']],
  [
    'both sides of the line of dates',
    'RU',
    [spot(5, 'RU', [37.6, 55.75], 5), spot(6, 'RU', [177.5, 64.7], 1)],
    ['5', '6'],
  ],
] as const)('a country fills the map with %s', (_, country, spots, expected) => {
  const { bubbles } = layoutOf({ ...frame, country, spots });
  expect(bubbles.map(({ key }) => key)).toEqual(expected);
});

test('neighbours of the country on the map stand back', () => {
  const helsinki = spot(9, 'FI', [24.9, 60.2], 300);
  const { bubbles, labels } = layoutOf({ ...frame, country: 'NO', spots: [helsinki, oslo] });
  expect(bubbles.map(({ key, isFaint }) => [key, isFaint])).toEqual([
    ['9', true],
    ['1', false],
  ]);
  expect(labels.map(({ name }) => name)).toEqual(['Town 1']);
});
