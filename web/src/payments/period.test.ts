import { describe, expect, test } from 'vitest';
import { chosenDays, daysOf, periodWords } from './period.ts';

describe('a period of payments, on 3 March 2026', () => {
  const today = '2026-03-03';
  test.each([
    ['last-7-days', '2026-02-25', '2026-03-03'],
    ['last-30-days', '2026-02-02', '2026-03-03'],
    ['this-month', '2026-03-01', '2026-03-03'],
    ['last-month', '2026-02-01', '2026-02-28'],
    ['this-year', '2026-01-01', '2026-03-03'],
  ] as const)('%s goes from %s to %s', (period, from, to) => {
    expect(daysOf(period, today)).toEqual({ from, to });
  });

  test('in January, last month is December of the year before', () => {
    expect(daysOf('last-month', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });

  test('may be days of one’s own, open at either end', () => {
    expect(chosenDays({ from: '2026-01-05' }, today)).toEqual({ from: '2026-01-05' });
    expect(chosenDays({}, today)).toEqual({});
    expect(periodWords({ from: '2026-01-05' })).toBe('from 5 Jan 2026');
    expect(periodWords({ to: '2026-01-05' })).toBe('until 5 Jan 2026');
    expect(periodWords({ from: '2026-01-05', to: '2026-02-01' })).toBe('5 Jan 2026 – 1 Feb 2026');
    expect(periodWords({})).toBeUndefined();
  });
});
