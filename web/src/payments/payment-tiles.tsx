import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '#domain/kernel/money.ts';
import { useMe } from '#web/members/me.ts';
import { Failed } from '#web/platform/faces.tsx';
import { type PaymentFilters, paymentTotals } from './payment-queries.ts';
import { tilesOf } from './tiles.ts';
import classes from './payments.module.css';

/** What the payments of a period come to. `words` name the period. */
export function PaymentTiles({ filter, words }: { filter: PaymentFilters; words: string }) {
  const { currency } = useMe().workspace;
  const { data, error, isPlaceholderData, refetch } = useQuery(paymentTotals(filter));
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  const tiles = tilesOf(data ?? { items: [] }, currency, words);
  return (
    <section aria-label="Totals" data-stale={isPlaceholderData || undefined}>
      <dl className={classes.tiles}>
        {tiles.map(({ label, sums }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{data ? sums.map((sum) => formatMoney(sum)).join(' · ') || 'None' : '\u00a0'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
