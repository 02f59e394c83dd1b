import { describe, expect, test } from 'vitest';
import { faultsOf, readRow, withOccurrences } from './history-row.ts';

const rules = { currency: 'USD', today: '2026-03-02' };
const row = { customer: '00001', date: '1997-01-01', amount: '11.77' };

describe('a row is accepted', () => {
  test.each([
    ['as it is', row, { reference: '00001', paidOn: '1997-01-01', amount: 1177 }],
    ['with one decimal', { ...row, amount: '12.0' }, { amount: 1200 }],
    ['with none', { ...row, amount: '12' }, { amount: 1200 }],
    ['with 0.00', { ...row, amount: '0.00' }, { amount: 0 }],
    ['at the limit', { ...row, amount: '999999.99' }, { amount: 99_999_999 }],
    ['paid today', { ...row, date: '2026-03-02' }, { paidOn: '2026-03-02' }],
    ['on a leap day', { ...row, date: '2024-02-29' }, { paidOn: '2024-02-29' }],
  ])('%s', (_, cells, expected) => {
    expect(faultsOf(cells, rules)).toEqual([]);
    expect(readRow(cells, rules)).toMatchObject(expected);
  });
});

describe('a row is refused', () => {
  test.each([
    ['customer', ''],
    ['customer', 'two\nlines'],
    ['customer', 'x'.repeat(101)],
    ['date', ''],
    ['date', '2023-02-29'],
    ['date', '1997-13-01'],
    ['date', '01/02/1997'],
    ['date', '19970101'],
    ['date', '2026-03-03'],
    ['amount', ''],
    ['amount', 'free'],
    ['amount', '-1.00'],
    ['amount', '-0.00'],
    ['amount', '1.005'],
    ['amount', '1e3'],
    ['amount', '1,000.00'],
    ['amount', '$5'],
    ['amount', '1000000.00'],
    ['amount', 'NaN'],
    ['amount', 'Infinity'],
    ['amount', '9'.repeat(400)],
  ] as const)('%s %j', (column, text) => {
    expect(faultsOf({ ...row, [column]: text }, rules).map((fault) => fault.column)).toEqual([column]);
  });

  test('with every fault named', () => {
    expect(faultsOf({ customer: ' ', date: 'x', amount: 'y' }, rules).map(({ column }) => column)).toEqual([
      'customer',
      'date',
      'amount',
    ]);
  });
});

test.each([
  ['JPY', '1177', 1177],
  ['KWD', '1.177', 1177],
])('amounts have the decimals of %s', (currency, amount, minor) => {
  expect(readRow({ ...row, amount }, { ...rules, currency }).amount).toBe(minor);
  expect(faultsOf({ ...row, amount: '1.1777' }, { ...rules, currency })).toHaveLength(1);
});

test('equal rows are told apart by their occurrence, whatever stands between them', () => {
  const [one, other] = [readRow(row, rules), readRow({ ...row, amount: '12' }, rules)];
  expect(withOccurrences([one, other, one, one]).map(({ occurrence }) => occurrence)).toEqual([1, 1, 2, 3]);
});
