import type { Currency, Money } from '#domain/kernel/money.ts';
import { isReceived } from '#domain/payments/payment.ts';
import type { PaymentTotals } from '#domain/reports/payment-report.ts';

type Item = PaymentTotals['items'][number];
export type Tile = { label: string; sums: Money[] };

/** As many currencies have a tile of their own; the others share one. */
const ownTiles = 2;

const isWaitedFor = ({ status }: Item) => status === 'requested' || status === 'pending' || status === 'processing';

/**
 * What came, what is waited for and what was given back. Currencies stand beside each other and are never added up:
 * the business's own first, then the one most payments were made in.
 */
export function tilesOf({ items }: PaymentTotals, own: Currency, period: string): Tile[] {
  const received = sumsOf(items.filter(isReceived), ({ amount }) => amount);
  const ranked = [own, ...received.map(({ currency }) => currency).filter((currency) => currency !== own)];
  const came = ranked.map((currency) => received.find((sum) => sum.currency === currency) ?? { amount: 0, currency });
  const others = came.slice(ownTiles);
  return [
    ...came.slice(0, ownTiles).map((sum) => ({ label: `${period}, ${sum.currency}`, sums: [sum] })),
    ...(others.length > 0 ? [{ label: `${period}, other currencies`, sums: others }] : []),
    { label: 'Pending', sums: sumsOf(items.filter(isWaitedFor), ({ amount }) => amount) },
    { label: 'Refunded', sums: sumsOf(items, ({ refunded }) => refunded) },
  ];
}

/** One sum for each currency there is any of, the most used first. */
function sumsOf(items: readonly Item[], amountOf: (item: Item) => number): Money[] {
  return [...Map.groupBy(items, ({ currency }) => currency)]
    .map(([currency, group]) => ({
      currency,
      amount: group.reduce((sum, item) => sum + amountOf(item), 0),
      count: group.reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ amount }) => amount > 0)
    .toSorted((one, other) => other.count - one.count)
    .map(({ currency, amount }) => ({ currency, amount }));
}
