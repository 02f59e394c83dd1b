import { describe, expect, test } from 'vitest';
import { neverRan, statusAtStart } from './schedule-status.ts';
import { parseSchedule } from './schedule.ts';

const hourly = parseSchedule('0 0 * * * *');
const now = new Date('2026-03-02T09:20:00.000Z');
const at = (time: string) => `2026-03-02T${time}:00.000Z`;

test('a timer that never ran waits for its first occurrence', () => {
  expect(statusAtStart(null, hourly, now)).toEqual({
    status: { Last: neverRan, Next: at('10:00'), LastUpdated: now.toISOString() },
    isPastDue: false,
  });
});

describe('a timer with a stored status', () => {
  test.each([
    ['ran in time', { Last: at('09:00'), Next: at('10:00') }, false],
    ['missed a run', { Last: at('07:00'), Next: at('08:00') }, true],
    ['never ran, and missed its first run', { Last: neverRan, Next: at('08:00'), LastUpdated: at('07:10') }, true],
  ])('%s: past due %#', (_, stored, isPastDue) => {
    const status = { LastUpdated: at('09:00'), ...stored };
    expect(statusAtStart(status, hourly, now)).toEqual({ status, isPastDue });
  });

  test('owes nothing for what another schedule would have run', () => {
    const daily = { Last: at('00:00'), Next: '2026-03-03T00:00:00.000Z', LastUpdated: at('00:00') };
    const start = statusAtStart(daily, hourly, now);
    expect(start).toMatchObject({ status: { Next: at('10:00') }, isPastDue: false });
  });
});
