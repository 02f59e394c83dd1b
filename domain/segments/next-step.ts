import type { Measures } from '#domain/customers/customer.ts';
import { type Currency, formatMoney } from '#domain/kernel/money.ts';
import { scoresOf } from './cuts.ts';
import type { CustomerStanding } from './explain.ts';
import { segmentBy } from './named-segments.ts';
import { countOf, type Payers, withMeasures } from './payers.ts';
import type { Scheme, ScoredCustomer } from './segment.ts';
import type { Bins } from './settings.ts';
import { summarise } from './summarise.ts';

type Among = { payers: Payers; scheme: Scheme; bins: Bins; today: string; currency: Currency };

/**
 * Where one more payment today, as large as their usual one, would take a customer. It moves the cuts, too, so everybody
 * is ranked anew. Null when it would leave them in their segment, or nobody has paid before.
 */
export function nextStep(
  { id, measures, segment }: Pick<ScoredCustomer, 'id' | 'measures' | 'segment'>,
  { payers, scheme, bins, today, currency }: Among,
): CustomerStanding['next'] {
  if (countOf(payers) === 0) return null;
  const amount = measures ? Math.round(measures.monetary / measures.frequency) : usualOf(payers);
  const after = withPayment(measures, amount, today);
  const { cuts } = summarise(withMeasures(payers, new Map([[id, after]])), { bins, today });
  const scores = cuts && scoresOf(after, cuts);
  const next = scores && segmentBy(scheme, scores);
  if (!next || next === segment) return null;

  const payment = measures ? 'One usual payment' : 'A first payment';
  const words = `${payment} of ${formatMoney({ amount, currency })} today would move them to ${next}: recency ${scores.recency}, frequency ${scores.frequency}, monetary ${scores.monetary}.`;
  return { segment: next, words };
}

/** Over all payments of everybody. */
const usualOf = ({ monetary, frequency }: Payers): number => Math.round(sumOf(monetary) / sumOf(frequency));

function sumOf(column: Float64Array | Uint32Array): number {
  let sum = 0;
  for (const value of column) sum += value;
  return sum;
}

function withPayment(before: Measures | null, amount: number, today: string): Measures {
  if (!before) {
    const paid = { firstPaidOn: today, lastPaidOn: today, days: 1, frequency: 1, monetary: amount };
    return { ...paid, market: null, bornOn: null };
  }
  return {
    ...before,
    lastPaidOn: today,
    days: before.days + Number(before.lastPaidOn !== today),
    frequency: before.frequency + 1,
    monetary: before.monetary + amount,
  };
}
