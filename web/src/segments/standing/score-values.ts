import { type Currency, decimalsOf, formatMoney } from '#domain/kernel/money.ts';
import type { ToldScore } from '#domain/segments/explain.ts';
import type { ScoreName } from '#domain/segments/scores.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';

const several = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** "96 days", "4 payments", "$1,420.00", "Bergen". */
export function valueWords(
  { measure, value }: Pick<ToldScore, 'measure' | 'value'>,
  { place, settlement }: Pick<ScoredCustomer, 'place' | 'settlement'>,
  currency: Currency,
): string {
  if (measure === 'population') return place ? `${place.name || 'Smaller place'}, ${settlement}` : 'no place';
  if (value === null) return 'none';
  if (measure === 'recency') return several(value, 'day');
  return measure === 'frequency' ? several(value, 'payment') : formatMoney({ amount: value, currency });
}

/** Short, as it stands under the bar: "120 d", "4", "$64", "1.2M" people of middling income. */
export function stepWords(measure: ScoreName, step: number, currency: Currency): string {
  if (measure === 'recency') return `${step.toLocaleString('en')} d`;
  if (measure === 'frequency') return step.toLocaleString('en');
  return measure === 'monetary' ? shortMoney(step, currency) : short.format(Math.exp(step));
}

const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

const shortMoney = (amount: number, currency: Currency): string =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).format(amount / 10 ** decimalsOf(currency));
