import { expect, test } from 'vitest';
import { countries } from './countries.ts';
import { readCountry } from './country-text.ts';
import incomes from './income-per-head.json' with { type: 'json' };

test.each([
  ['DE', 'DE'],
  [' de ', 'DE'],
  ['Germany', 'DE'],
  ['DEUTSCHLAND', 'DE'],
  ['Österreich', 'AT'],
  ['Côte d’Ivoire', 'CI'],
  ['भारत', 'IN'],
  ['UK', 'GB'],
  ['USA', 'US'],
  ['U.S.A.', null],
  ['Atlantis', null],
  ['ZZ', null],
  ['', null],
])('%j is the country %s', (text, expected) => {
  expect(readCountry(text)).toBe(expected);
});

test('every country whose income is known is one', () => {
  expect(Object.keys(incomes).filter((code) => !countries.includes(code))).toEqual([]);
  expect(new Set(countries).size).toBe(250);
});
