import { expect, test } from 'vitest';
import { make } from '#web/testing/make.ts';
import { byDay, shifted, weeksOf } from './month.ts';

test.each([
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-03', 12, '2027-03'],
])('%s and %i months is %s', (month, by, expected) => {
  expect(shifted(month, by)).toBe(expected);
});

test('November 2026 from Monday: five whole weeks, the first begins in October', () => {
  const weeks = weeksOf('2026-11', 1);
  expect(weeks.map((week) => week[0])).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ]);
  expect(weeks.flat().filter((day) => day.startsWith('2026-11'))).toHaveLength(30);
});

test('November 2026 from Sunday begins on its own first day', () => {
  const weeks = weeksOf('2026-11', 7);
  expect([weeks[0]![0], weeks.length]).toEqual(['2026-11-01', 5]);
});

test('a leap February has its 29th', () => {
  expect(weeksOf('2028-02', 1).flat()).toContain('2028-02-29');
});

test('each task stands under its day, one without a day under none', () => {
  const [first, second, free] = [make.task({ dueOn: '2026-11-21' }), make.task({ dueOn: '2026-11-21' }), make.task()];
  expect([...byDay([first, free, second])]).toEqual([['2026-11-21', [first, second]]]);
});
