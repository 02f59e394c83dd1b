import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '#domain/kernel/money.ts';
import { useMe } from '#web/members/me.ts';
import { Failed } from '#web/platform/faces.tsx';
import { Tiles } from '#web/platform/tiles.tsx';
import { type PaymentFilters, paymentTotals } from './payment-queries.ts';
import { tilesOf } from './tiles.ts';

/** What the payments of a period come to. `words` name the period. */
export function PaymentTiles({ filter, words }: { filter: PaymentFilters; words: string }) {
  const { currency } = useMe().workspace;
  const { data, error, isPlaceholderData, refetch } = useQuery(paymentTotals(filter));
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  const tiles = tilesOf(data ?? { items: [] }, currency, words).map(({ label, sums }) => ({
    label,
    value: data ? sums.map((sum) => formatMoney(sum)).join(' · ') || 'None' : '\u00a0',
  }));
  return (
    <section aria-label="Totals">
      <Tiles label="Totals" tiles={tiles} isStale={isPlaceholderData} />
    </section>
  );
}
