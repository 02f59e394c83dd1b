import type { Groups } from '#domain/groups/group.ts';
import { type Currency, decimalsOf } from '#domain/kernel/money.ts';

export type Tick = { at: number; label: string };

/** Where each point stands in a picture of this size, and what its axes say. */
export type Plot = { points: { x: number; y: number }[]; across: Tick[]; up: Tick[] };

export const size = { width: 280, height: 184 };
/** What is left free for the labels, and for half a dot. */
const inner = { left: 40, right: 272, top: 8, bottom: 160 };

const spans = [
  { days: 1, label: '1 d' },
  { days: 7, label: '1 w' },
  { days: 30, label: '1 m' },
  { days: 365, label: '1 y' },
  { days: 1825, label: '5 y' },
];

export function plotOf(points: Groups['points'], currency: Currency): Plot {
  const minor = 10 ** decimalsOf(currency);
  const spent = points.map(({ monetary }) => Math.max(monetary, 1) / minor);
  const [least, most] = widened(Math.min(...spent), Math.max(...spent));
  const longest = Math.max(1, ...points.map(({ recencyDays }) => recencyDays));

  const x = (days: number): number =>
    inner.left + (Math.log1p(days) / Math.log1p(longest)) * (inner.right - inner.left);
  const y = (amount: number): number =>
    inner.bottom - (Math.log(amount / least) / Math.log(most / least)) * (inner.bottom - inner.top);
  return {
    points: points.map(({ recencyDays }, at) => ({ x: x(recencyDays), y: y(spent[at]!) })),
    across: spans.filter(({ days }) => days <= longest).map(({ days, label }) => ({ at: x(days), label })),
    up: powersBetween(least, most).map((amount) => ({ at: y(amount), label: shortMoney(amount, currency) })),
  };
}

/** At least one power of ten lies between, so that the axis can say where it is. */
const widened = (least: number, most: number): [number, number] =>
  powersBetween(least, most).length > 0
    ? [least, most * 1.05]
    : [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most))];

function powersBetween(least: number, most: number): number[] {
  const powers: number[] = [];
  for (let power = Math.ceil(Math.log10(least) - 1e-9); 10 ** power <= most * (1 + 1e-9); power += 1) {
    powers.push(10 ** power);
  }
  return powers;
}

const shortMoney = (amount: number, currency: Currency): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 2 }).format(
    amount,
  );
