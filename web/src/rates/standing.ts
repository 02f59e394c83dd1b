import type { ExchangeRate } from '#domain/rates/rate.ts';

type Dated = Pick<ExchangeRate, 'currency' | 'from'>;

/** Whether a payment of today counts at this rate, at a later one already, or not yet. */
export function standingOf(rate: Dated, all: readonly Dated[], today: string): 'now' | 'later' | 'earlier' {
  if (rate.from > today) return 'later';
  const isReplaced = all.some(({ currency, from }) => currency === rate.currency && from > rate.from && from <= today);
  return isReplaced ? 'earlier' : 'now';
}
