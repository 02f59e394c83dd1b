import { expect, test } from 'vitest';
import { labelsOf, type Named } from './map-labels.ts';

const at = (name: string, x: number, y: number): Named => ({ key: name, name, x, y, radius: 10 });
const frame = { width: 200, height: 100, most: 5 };
const named = (spots: readonly Named[], change: Partial<typeof frame> = {}) =>
  labelsOf(spots, { ...frame, ...change }).map(({ name, side }) => `${name} ${side}`);

test('a name stands right of its bubble, and left of it where the map ends', () => {
  expect(named([at('Oslo', 40, 50), at('Rome', 180, 50)])).toEqual(['Oslo start', 'Rome end']);
});

test('a name never stands over another or over a larger bubble: the larger place keeps its own', () => {
  expect(named([at('Oslo', 40, 50), at('Rome', 70, 50)])).toEqual(['Oslo end', 'Rome start']);
  expect(named([at('Oslo', 20, 50), at('Rome', 50, 50), at('Bonn', 50, 52)])).not.toContain('Bonn start');
});

test('a name without room is left out, and no more than so many are given', () => {
  expect(named([at('A very long name of a town', 100, 50)])).toEqual([]);
  expect(named([at('Oslo', 40, 20), at('Rome', 40, 80)], { most: 1 })).toEqual(['Oslo start']);
  expect(named([at('Oslo', 100, 2)])).toEqual([]);
});
