import { type Currency, decimalsOf, formatMoney } from '#domain/kernel/money.ts';
import type { Seasons } from '#domain/trends/trend.ts';
import { shortMoney } from '#web/platform/short-money.ts';
import type { Bar } from './season-bars.tsx';

export type SeasonFigure = 'payments' | 'spend';
type Season = Seasons['segments'][number]['months'][number];

const nameIn = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
const [longMonth, shortMonth] = [nameIn({ month: 'long' }), nameIn({ month: 'short' })];
const [longDay, shortDay] = [nameIn({ weekday: 'long' }), nameIn({ weekday: 'short' })];

const firstOf = (month: number): Date => new Date(Date.UTC(2024, month - 1));
/** 2024 began on a Monday. */
const weekdayAt = (weekday: number): Date => new Date(Date.UTC(2024, 0, weekday));

/** Twelve months or seven weekdays as bars. */
export function barsOf(seasons: readonly Season[], figure: SeasonFigure): Bar[] {
  const [at, long, short] =
    seasons.length === 12 ? ([firstOf, longMonth, shortMonth] as const) : ([weekdayAt, longDay, shortDay] as const);
  return seasons.map(({ key, payments, counted }) => ({
    key,
    name: long.format(at(key)),
    short: short.format(at(key)),
    value: figure === 'payments' ? payments : counted,
  }));
}

/** How a figure is written in full and on an axis. */
export function figureWords(figure: SeasonFigure, currency: Currency) {
  if (figure === 'payments') {
    const whole = (value: number) => value.toLocaleString('en');
    return { words: (value: number) => (value === 1 ? '1 payment' : `${whole(value)} payments`), axis: whole };
  }
  const short = shortMoney(currency);
  return {
    words: (amount: number) => formatMoney({ amount, currency }),
    axis: (amount: number) => short(amount / 10 ** decimalsOf(currency)),
  };
}

/** "Most in December: 214 payments, 18 % of all." Null without any. */
export function mostWords(bars: readonly Bar[], words: (value: number) => string): string | null {
  const preposition = bars.length === 12 ? 'in' : 'on';
  const all = bars.reduce((sum, { value }) => sum + value, 0);
  if (all <= 0) return null;
  const most = bars.reduce((best, bar) => (bar.value > best.value ? bar : best));
  return `Most ${preposition} ${most.name}: ${words(most.value)}, ${Math.round((100 * most.value) / all)} % of all.`;
}
