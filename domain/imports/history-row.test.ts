import { describe, expect, test } from 'vitest';
import { type HistoryRow, type HistoryRules, readRow, withOccurrences } from './history-row.ts';
import { Mapping } from './mapping.ts';
import type { FindTown } from './town-text.ts';

const mapping: Mapping = {
  customerColumn: 0,
  emailColumn: null,
  nameColumn: null,
  dateColumn: 1,
  amountColumn: 2,
  currencyColumn: null,
  placeColumn: null,
  countryColumn: null,
  bornColumn: null,
  dateForm: 'year-month-day',
  decimalMark: '.',
};
const rules: HistoryRules = { currency: 'USD', today: '2026-03-02', mapping, findTown: () => null };
const plainRow = { customer: '00001', date: '1997-01-01', amount: '11.77' };
const read = (change: Partial<typeof plainRow> = {}, by: HistoryRules = rules) => {
  const { customer, date, amount } = { ...plainRow, ...change };
  return readRow([customer, date, amount], by);
};

describe('a row is accepted', () => {
  test.each([
    ['as it is', {}, { reference: '00001', name: null, email: null, paidOn: '1997-01-01', amount: 1177 }],
    ['with one decimal', { amount: '12.0' }, { amount: 1200 }],
    ['with none', { amount: '12' }, { amount: 1200 }],
    ['with 0.00', { amount: '0.00' }, { amount: 0 }],
    ['with thousands', { amount: '1,234.50' }, { amount: 123_450 }],
    ['at the limit', { amount: '999999.99' }, { amount: 99_999_999 }],
    ['paid today', { date: '2026-03-02' }, { paidOn: '2026-03-02' }],
    ['on a leap day', { date: '2024-02-29' }, { paidOn: '2024-02-29' }],
    ['with a time of day', { date: '2024-02-29 23:59:59' }, { paidOn: '2024-02-29' }],
  ])('%s', (_, change, expected) => {
    expect(read(change)).toMatchObject(expected);
  });
});

describe('a row is refused, with the column and the reason', () => {
  test.each([
    ['customer', '', 'Empty'],
    ['customer', 'two\nlines', 'Contains characters that are not allowed'],
    ['date', '', 'Empty'],
    ['date', '2023-02-29', 'Not a day, written as year-month-day'],
    ['date', '1997-13-01', 'Not a day, written as year-month-day'],
    ['date', '01/02/1997', 'Not a day, written as year-month-day'],
    ['date', '19970101', 'Not a day, written as year-month-day'],
    ['date', '2026-03-03', 'This day is in the future'],
    ['amount', '', 'Empty'],
    ['amount', 'free', 'Not a number such as 11.77'],
    ['amount', '-1.00', 'Negative'],
    ['amount', '-0.00', 'Negative'],
    ['amount', '1.005', 'More than 2 decimals'],
    ['amount', '1e3', 'Not a number such as 11.77'],
    ['amount', '1,00', 'Not a number such as 11.77'],
    ['amount', '$5', 'Not a number such as 11.77'],
    ['amount', '1000000.00', 'Too large'],
    ['amount', 'Infinity', 'Not a number such as 11.77'],
    ['amount', '9'.repeat(400), 'Too large'],
  ] as const)('%s %j: %s', (column, text, detail) => {
    const place = { customer: 0, date: 1, amount: 2 }[column];
    expect(read({ [column]: text })).toEqual([{ column: place, detail }]);
  });

  test('a customer of more than a hundred letters', () => {
    expect(read({ customer: 'x'.repeat(101) })).toMatchObject([{ column: 0 }]);
  });

  test('with every fault named, and a short row too', () => {
    expect(read({ customer: ' ', date: 'x', amount: 'y' })).toHaveLength(3);
    expect(readRow(['00001'], rules)).toEqual([
      { column: 1, detail: 'Empty' },
      { column: 2, detail: 'Empty' },
    ]);
  });
});

describe('the currency', () => {
  const withCurrency = { ...rules, mapping: { ...mapping, currencyColumn: 3 } };
  const inCurrency = (text: string) => readRow(['00001', '1997-01-01', '11.77', text], withCurrency);

  test.each(['USD', 'usd'])('%s is the own one', (text) => {
    expect(inCurrency(text)).toMatchObject({ amount: 1177 });
  });
  test.each(['EUR', 'XYZ', 'dollars', '$'])('%s is not', (text) => {
    expect(inCurrency(text)).toEqual([{ column: 3, detail: 'Not USD, the currency of your business' }]);
  });
  test.each([
    ['JPY', '1177', 1177],
    ['KWD', '1.177', 1177],
  ])('amounts have the decimals of %s', (currency, amount, minor) => {
    expect(read({ amount }, { ...rules, currency })).toMatchObject({ amount: minor });
    expect(read({ amount: '1.1777' }, { ...rules, currency })).toHaveLength(1);
  });
});

describe('a customer is told apart', () => {
  const cells = ['K-1', 'Ada@Example.com', 'Ada', '1997-01-01', '5'];
  const by = (change: Partial<Mapping>) =>
    readRow(cells, {
      ...rules,
      mapping: { ...mapping, customerColumn: null, dateColumn: 3, amountColumn: 4, ...change },
    });

  test.each([
    [
      'the own number first',
      { customerColumn: 0, emailColumn: 1, nameColumn: 2 },
      { reference: 'K-1', email: 'ada@example.com', name: 'Ada' },
    ],
    [
      'then the e-mail address',
      { emailColumn: 1, nameColumn: 2 },
      { reference: 'ada@example.com', email: 'ada@example.com', name: 'Ada' },
    ],
    ['then the name', { nameColumn: 2 }, { reference: 'Ada', email: null, name: 'Ada' }],
  ])('by %s', (_, change, expected) => {
    expect(by(change)).toMatchObject(expected);
  });
});

describe('where customers live and when they were born', () => {
  const bergen = { townId: 1, name: 'Bergen', region: '', country: 'NO', population: 213_585 };
  const findTown: FindTown = (name, country) =>
    name === 'Bergen' && (country ?? 'NO') === 'NO' ? { place: bergen, of: 1 } : null;
  const columns = { placeColumn: 3, countryColumn: 4, bornColumn: 5 };
  const facts = (place: string, country: string, born: string) =>
    readRow(['00001', '1997-01-01', '5', place, country, born], {
      ...rules,
      findTown,
      mapping: { ...mapping, ...columns },
    });

  test.each([
    ['Bergen', 'NO', '1960-02-29', bergen, '1960-02-29'],
    ['Bergen', 'Norway', '', bergen, null],
    ['Bergen', 'norwegen', '', bergen, null],
    ['Bergen', '', '', bergen, null],
    ['Bergen, Norway', '', '', bergen, null],
    ['Bergen, NO', 'NO', '', bergen, null],
    ['', 'NO', '', null, null],
    ['', '', '2026-03-02', null, '2026-03-02'],
  ])('%s | %s | %s', (place, country, born, expected, bornOn) => {
    expect(facts(place, country, born)).toMatchObject({ reference: '00001', amount: 500, place: expected, bornOn });
  });

  test.each([
    ['Bergen', 'DE', '', 3, 'No town of this name in DE'],
    ['Atlantis', '', '', 3, 'No town of this name'],
    ['Bergen, Germany', '', '', 3, 'No town of this name'],
    ['Bergen, Norway', 'DE', '', 3, 'No town of this name in DE'],
    ['Bergen', 'Middle Earth', '', 4, 'Not a country'],
    ['Bergen', 'ZZ', '', 4, 'Not a country'],
    ['', '', '2026-03-03', 5, 'This day is in the future'],
    ['', '', '1890-01-01', 5, 'More than 120 years ago'],
    ['', '', '34', 5, 'Not a day, written as year-month-day'],
  ])('%s | %s | %s is refused by its column', (place, country, born, column, detail) => {
    expect(facts(place, country, born)).toEqual([{ column, detail }]);
  });

  test('a country needs the column of towns', () => {
    const alone = Mapping.safeParse({ ...mapping, countryColumn: 4 });
    expect(alone.error?.issues).toMatchObject([{ path: ['placeColumn'] }]);
    expect(Mapping.safeParse({ ...mapping, ...columns }).success).toBe(true);
  });
});

test('equal rows are told apart by their occurrence, whatever stands between them', () => {
  const [one, other] = [read(), read({ amount: '12' })] as [HistoryRow, HistoryRow];
  expect(withOccurrences([one, other, one, one]).map(({ occurrence }) => occurrence)).toEqual([1, 1, 2, 3]);
});
