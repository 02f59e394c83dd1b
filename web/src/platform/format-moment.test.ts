import { expect, test } from 'vitest';
import { formatDay, formatMoment } from './format-moment.ts';

const now = new Date('2026-11-20T12:00:00Z');

test.each([
  ['2026-11-20T11:59:30Z', 'just now'],
  ['2026-11-20T11:59:00Z', '1 min ago'],
  ['2026-11-20T11:00:01Z', '59 min ago'],
  ['2026-11-20T11:00:00Z', '1 h ago'],
  ['2026-11-19T12:00:01Z', '23 h ago'],
  ['2026-11-19T12:00:00Z', 'Yesterday'],
  ['2026-11-18T12:00:00Z', '18 Nov 2026'],
  ['2026-11-20T12:00:05Z', 'just now'],
])('%s seen at noon on 20 November: %s', (at, expected) => {
  expect(formatMoment(at, 'ago', now, 'UTC')).toBe(expected);
});

test('a moment is written in the zone of the reader', () => {
  expect(formatMoment('2026-11-20T23:30:00Z', 'day-time', now, 'Asia/Kolkata')).toBe('21 Nov, 05:00');
  expect(formatMoment('2026-11-20T23:30:00Z', 'time', now, 'America/New_York')).toBe('18:30');
});

test('a calendar day is moved by no zone', () => {
  expect(formatDay('2026-03-01')).toBe('1 Mar 2026');
});
