import { describe, expect, test } from 'vitest';
import { dayIn, daysBetween, TimeZone } from './time.ts';

describe('a calendar day belongs to a time zone', () => {
  const newYear = new Date('2026-01-01T10:30:00Z');
  test.each([
    ['Pacific/Auckland', '2026-01-01'],
    ['Europe/Oslo', '2026-01-01'],
    ['Pacific/Pago_Pago', '2025-12-31'],
    ['Pacific/Apia', '2026-01-01'],
  ])('in %s it is %s', (timeZone, day) => {
    expect(dayIn(timeZone, newYear)).toBe(day);
  });

  test('the hour that a clock change repeats stays in its day', () => {
    expect(dayIn('Europe/Oslo', new Date('2026-10-25T00:30:00Z'))).toBe('2026-10-25');
    expect(dayIn('Europe/Oslo', new Date('2026-10-25T23:30:00Z'))).toBe('2026-10-26');
  });
});

describe('days between', () => {
  test.each([
    ['2026-02-28', '2026-03-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-05-01', '2026-05-01', 0],
    ['2026-05-02', '2026-05-01', -1],
  ])('%s and %s are %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

test('an unknown time zone is refused', () => {
  expect(TimeZone.safeParse('Europe/Atlantis').success).toBe(false);
  expect(TimeZone.safeParse('Asia/Kolkata').success).toBe(true);
});
