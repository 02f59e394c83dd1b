import { daysWords } from '#web/platform/list/days.ts';
import { formatDay } from '#web/platform/format-moment.ts';

export const periods = [
  { value: 'last-7-days', label: 'Last 7 days' },
  { value: 'last-30-days', label: 'Last 30 days' },
  { value: 'this-month', label: 'This month' },
  { value: 'last-month', label: 'Last month' },
  { value: 'this-year', label: 'This year' },
] as const;
export type Period = (typeof periods)[number]['value'];

type Days = { from: string; to: string };

/** A word that moves with today, or days that stay. */
export type PeriodChoice = { period?: Period | undefined; from?: string | undefined; to?: string | undefined };

/** First and last day of a period; `today` is the workspace's. */
export function daysOf(period: Period, today: string): Days {
  const month = `${today.slice(0, 7)}-01`;
  switch (period) {
    case 'last-7-days':
      return { from: daysBefore(today, 6), to: today };
    case 'last-30-days':
      return { from: daysBefore(today, 29), to: today };
    case 'this-month':
      return { from: month, to: today };
    case 'last-month':
      return { from: `${daysBefore(month, 1).slice(0, 7)}-01`, to: daysBefore(month, 1) };
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
  }
}

function daysBefore(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - count);
  return at.toISOString().slice(0, 10);
}

export const chosenDays = ({ period, from, to }: PeriodChoice, today: string): Partial<Days> =>
  period ? daysOf(period, today) : { ...(from && { from }), ...(to && { to }) };

/** "Last 30 days", "from 1 Nov 2026", "1 Nov 2026 – 20 Nov 2026". */
export const periodWords = ({ period, from, to }: PeriodChoice): string | undefined =>
  daysWords({ word: period, from, to }, { words: periods, dayWord: formatDay });
