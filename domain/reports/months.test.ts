import { describe, expect, test } from 'vitest';
import { dayIn } from '#domain/kernel/time.ts';
import { daysOfMonth, daysOfTwoMonths, monthOf, monthsOf } from './months.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

test('the months of a range stand in order, across the turn of a year', () => {
  expect(monthsOf({ from: '2025-11-30', to: '2026-02-01' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsOf({ from: '2026-03-05', to: '2026-03-05' })).toEqual(['2026-03']);
});

test('a month that the range cuts ends where the range does', () => {
  const range = { from: '2026-01-15', to: '2026-03-10' };
  expect(daysOfMonth('2026-01', range)).toEqual({ from: '2026-01-15', to: '2026-01-31' });
  expect(daysOfMonth('2026-02', range)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(daysOfMonth('2026-03', range)).toEqual({ from: '2026-03-01', to: '2026-03-10' });
});

describe.each(['UTC', 'Europe/Oslo', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Pago_Pago'])(
  'in %s',
  (zone) => {
    const twoMonths = daysOfTwoMonths(zone, year);
    // As the database is asked: the month of UTC, or the minute on a day that lies in two months.
    const keyOf = (at: string) => at.slice(0, twoMonths.includes(at.slice(0, 10)) ? 16 : 7);
    const minute = 60_000;

    test('each moment around the end of a month falls into the month that the calendar on the wall shows', () => {
      for (const month of [...monthsOf(year), '2027-01']) {
        const middle = Date.parse(`${month}-01T00:00:00Z`);
        for (let at = middle - 15 * 60 * minute; at < middle + 15 * 60 * minute; at += 15 * minute) {
          const day = dayIn(zone, new Date(at));
          if (day < year.from || day > year.to) continue;
          const moment = new Date(at).toISOString();
          expect([moment, monthOf(zone, keyOf(moment))]).toEqual([moment, day.slice(0, 7)]);
        }
      }
    });
  },
);
