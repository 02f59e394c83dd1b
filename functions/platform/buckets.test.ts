import { describe, expect, test } from 'vitest';
import { bucketsOf } from './buckets.ts';

const noon = Date.parse('2026-03-02T12:00:00Z');
const minute = 60_000;

describe('F043 a bucket of six in a minute', () => {
  test('gives six at once, then one every ten seconds', () => {
    const { take } = bucketsOf(6);
    const waits = Array.from({ length: 7 }, () => take('ada', noon));
    expect(waits).toEqual([0, 0, 0, 0, 0, 0, 10_000]);
    expect(take('ada', noon + 9_000)).toBe(1000);
    expect(take('ada', noon + 10_000)).toBe(0);
    expect(take('ada', noon + 10_000)).toBe(10_000);
  });

  test('is full again after a minute, and never fuller', () => {
    const { take } = bucketsOf(6);
    for (let times = 0; times < 6; times++) take('ada', noon);
    const later = Array.from({ length: 7 }, () => take('ada', noon + 5 * minute));
    expect(later.filter((wait) => wait === 0)).toHaveLength(6);
  });

  test('does not grow emptier by asking in vain', () => {
    const { take } = bucketsOf(6);
    for (let times = 0; times < 50; times++) take('ada', noon);
    expect(take('ada', noon + 10_000)).toBe(0);
  });

  test.each([7, 600, 1200])('gives all of %i in a minute, and not one more', (perMinute) => {
    const { take } = bucketsOf(perMinute);
    const waits = Array.from({ length: perMinute + 1 }, () => take('ada', noon));
    expect(waits.map((wait) => wait === 0).lastIndexOf(true)).toBe(perMinute - 1);
  });

  test('is one for each subject', () => {
    const { take } = bucketsOf(1);
    expect([take('ada', noon), take('ada', noon), take('ben', noon)]).toEqual([0, minute, 0]);
  });
});

test.each([-10, 10])(
  'R10 a clock that leaps by %i minutes shuts nobody out for longer than a bucket takes',
  (minutes) => {
    const { take } = bucketsOf(2);
    take('ada', noon);
    take('ada', noon);
    expect(take('ada', noon + minutes * minute)).toBeLessThanOrEqual(minute / 2);
  },
);

test('what is remembered is bounded: the one that asked longest ago is forgotten first', () => {
  const { take } = bucketsOf(1, 2);
  for (const subject of ['ada', 'ben', 'cy']) take(subject, noon);
  expect(take('cy', noon)).toBe(minute);
  expect(take('ben', noon)).toBe(minute);
  expect(take('ada', noon)).toBe(0);
});
