import { describe, expect, test } from 'vitest';
import { PaymentReport, PaymentReportQuery, type ReportBy } from './payment-report.ts';
import { aGroup as group } from './testing/a-group.ts';
import { type PaymentGroup, reportOf } from './report-of.ts';

const ask = (by: ReportBy, groups: PaymentGroup[], range = { from: '2026-01-01', to: '2026-03-31' }) =>
  PaymentReport.parse(reportOf({ by, ...range }, 'USD', groups));

describe('F332 what a report says', () => {
  test('currencies are never added up; what counts is, in the currency of the business, whose own stands first', () => {
    const { rows, totals } = ask('method', [
      group({ key: 'card', currency: 'JPY', amount: 5000, counted: 3300 }),
      group({ key: 'card' }),
      group({ key: 'card', status: 'partially-refunded', amount: 8000, refunded: 3000, counted: 5000 }),
    ]);
    expect(rows).toEqual([
      {
        key: 'card',
        label: 'CARD',
        count: 3,
        counted: 18_300,
        sums: [
          { currency: 'USD', count: 2, amount: 18_000, refunded: 3000, unpaid: 0, counted: 15_000 },
          { currency: 'JPY', count: 1, amount: 5000, refunded: 0, unpaid: 0, counted: 3300 },
        ],
      },
    ]);
    expect(totals).toEqual({ count: 3, counted: 18_300, sums: rows[0]!.sums });
  });

  test('what was asked for and did not come is told apart from what came', () => {
    const { totals } = ask('status', [
      group({ key: 'paid' }),
      group({ key: 'requested', status: 'requested', amount: 700, counted: 0 }),
      group({ key: 'failed', status: 'failed', amount: 50, counted: 0 }),
      group({ key: 'disputed', status: 'disputed', amount: 900, counted: 900 }),
    ]);
    expect(totals.sums).toEqual([
      { currency: 'USD', count: 4, amount: 10_900, refunded: 0, unpaid: 750, counted: 10_900 },
    ]);
  });

  test('months stand in order, and one without payments is not left out', () => {
    const { rows } = ask('month', [group({ key: '2026-03' }), group({ key: '2026-01', counted: 1 })]);
    expect(rows.map(({ key, label, counted }) => [key, label, counted])).toEqual([
      ['2026-01', 'January 2026', 1],
      ['2026-02', 'February 2026', 0],
      ['2026-03', 'March 2026', 10_000],
    ]);
  });

  test('all else: the highest first, and who is missing has a word', () => {
    const { rows } = ask('employee', [
      group({ counted: 5 }),
      group({ key: 'a', label: 'Ada', counted: 3 }),
      group({ key: 'b', label: 'Bela', counted: 9 }),
    ]);
    expect(rows.map(({ label }) => label)).toEqual(['Bela', 'Nobody', 'Ada']);
    expect(ask('task', [group({})]).rows[0]!.label).toBe('No task');
    expect(ask('method', [group({ status: 'pending' })]).rows[0]!.label).toBe('Not chosen yet');
  });

  test('beyond two hundred the rest is one row, and nothing is lost', () => {
    const groups = Array.from({ length: 250 }, (_, n) => group({ key: `t${n}`, label: `Task ${n}`, counted: n }));
    const { rows, totals } = ask('task', groups);
    expect(rows).toHaveLength(201);
    expect(rows.at(-1)).toMatchObject({ key: 'rest', label: '50 others', count: 50, counted: (49 * 50) / 2 });
    expect(totals).toMatchObject({ count: 250, counted: (249 * 250) / 2 });
  });

  test('of nothing it says nothing', () => {
    expect(ask('status', [])).toMatchObject({ rows: [], totals: { sums: [], counted: 0, count: 0 } });
  });
});

describe('a report is not asked for', () => {
  const refused = (change: object) =>
    PaymentReportQuery.safeParse({ from: '2026-01-01', to: '2026-12-31', ...change }).error?.issues[0]?.path.join('.');

  test('this year is fine', () => expect(refused({})).toBeUndefined());
  test.each([
    ['with the days turned round', { from: '2027-01-01' }, 'to'],
    ['for more than twenty years', { from: '1900-01-01' }, 'to'],
    ['for a day that is none', { to: '2026-02-30' }, 'to'],
    ['by something else', { by: 'colour' }, 'by'],
    ['with a field of its own', { currency: 'USD' }, ''],
  ])('%s', (_, change, field) => expect(refused(change)).toBe(field));
});
