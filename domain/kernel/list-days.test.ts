import { expect, test } from 'vitest';
import { dayAfter, startOfDay } from './list-days.ts';

test.each([
  ['UTC', '2026-03-02', '2026-03-02T00:00:00.000Z'],
  ['Europe/Oslo', '2026-03-02', '2026-03-01T23:00:00.000Z'],
  ['Europe/Oslo', '2026-07-02', '2026-07-01T22:00:00.000Z'],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
  ['Asia/Kathmandu', '2026-03-02', '2026-03-01T18:15:00.000Z'],
  ['Pacific/Kiritimati', '2026-03-02', '2026-03-01T10:00:00.000Z'],
  ['Etc/GMT+12', '2026-03-02', '2026-03-02T12:00:00.000Z'],
  // The clocks go from midnight to one.
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
])('in %s the day %s begins at %s', (zone, day, moment) => {
  expect(startOfDay(zone, day).toISOString()).toBe(moment);
});

test('the day after', () => {
  expect(['2026-02-28', '2024-02-28', '2026-12-31'].map(dayAfter)).toEqual(['2026-03-01', '2024-02-29', '2027-01-01']);
});
