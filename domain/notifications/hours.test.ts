import { describe, expect, test } from 'vitest';
import { mailAt, momentOf, quietUntil } from './hours.ts';
import type { NotificationSettings } from './notification.ts';

const night = (timeZone = 'Europe/Oslo') => ({ from: '22:00', to: '07:00', timeZone });
const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

describe('F261 quiet hours from 22:00 to 07:00 in Oslo', () => {
  test.each([
    ['just before', '2026-11-20T20:59:00Z', null],
    ['as they begin', '2026-11-20T21:00:00Z', '2026-11-21T06:00:00.000Z'],
    ['after midnight', '2026-11-20T23:30:00Z', '2026-11-21T06:00:00.000Z'],
    ['just before they end', '2026-11-21T05:59:00Z', '2026-11-21T06:00:00.000Z'],
    ['as they end', '2026-11-21T06:00:00Z', null],
    ['the night the clocks go forward, an hour shorter', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['the night they go back, an hour longer', '2026-10-24T22:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('%s', (_, now, until) => {
    expect(iso(quietUntil(night(), new Date(now)))).toBe(until);
  });
});

test.each([
  ['within a day', { from: '12:00', to: '13:00' }, '2026-11-20T12:30:00Z', '2026-11-20T13:00:00.000Z'],
  ['within a day, after it', { from: '12:00', to: '13:00' }, '2026-11-20T13:30:00Z', null],
  ['from a time to itself', { from: '12:00', to: '12:00' }, '2026-11-20T12:00:00Z', null],
])('quiet hours %s', (_, hours, now, until) => {
  expect(iso(quietUntil({ ...hours, timeZone: 'UTC' }, new Date(now)))).toBe(until);
});

test('nobody without quiet hours is quiet', () => {
  expect(quietUntil(null, new Date())).toBeNull();
});

test.each([
  ['Europe/Oslo', '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-03-29', '08:00', '2026-03-28T18:00:00.000Z'],
  ['Pacific/Pago_Pago', '2026-03-29', '08:00', '2026-03-29T19:00:00.000Z'],
  ['Asia/Kathmandu', '2026-03-29', '08:00', '2026-03-29T02:15:00.000Z'],
])('the clock in %s comes on %s to %s', (timeZone, day, clock, moment) => {
  expect(iso(momentOf(timeZone, day, clock))).toBe(moment);
});

describe('F260 the mail about what comes at 10:20 in Oslo goes', () => {
  const now = new Date('2026-11-20T09:20:00Z');
  const settings = (change: Partial<NotificationSettings>): NotificationSettings => ({
    channels: {} as NotificationSettings['channels'],
    quietHours: null,
    digest: 'soon',
    ...change,
  });

  test.each([
    ['soon, after ten minutes', settings({}), '2026-11-20T09:30:00.000Z'],
    ['hourly, at the full hour', settings({ digest: 'hourly' }), '2026-11-20T10:00:00.000Z'],
    ['daily, next morning at eight', settings({ digest: 'daily' }), '2026-11-21T07:00:00.000Z'],
    [
      'soon, but after the quiet hours it would fall in',
      settings({ quietHours: { from: '10:25', to: '12:00', timeZone: 'Europe/Oslo' } }),
      '2026-11-20T11:00:00.000Z',
    ],
    [
      'daily, by the zone of the quiet hours',
      settings({ digest: 'daily', quietHours: night('America/New_York') }),
      '2026-11-20T13:00:00.000Z',
    ],
  ])('%s', (_, chosen, expected) => {
    expect(iso(mailAt(chosen, now, 'Europe/Oslo'))).toBe(expected);
  });
});
