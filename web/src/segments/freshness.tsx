import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import type { SegmentSummary } from '#domain/segments/segment.ts';
import { agoWords } from './ago.ts';
import classes from './segments.module.css';

/** Its room, so that what stands below stays where it is. */
export const FreshnessToCome = () => (
  <span className={classes.toCome} aria-hidden>
    Updated just now · 10,000 customers with a payment, 10,000 without
  </span>
);

/** "Updated 2 s ago · 2,841 customers with a payment, 1,533 without": it counts on by itself. */
export function Freshness({ summary: { updatedAt, payers, counts } }: { summary: SegmentSummary }) {
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1000, { autoInvoke: true });
  const without = counts['No Purchases'] ?? 0;
  return (
    <span className={classes.freshness}>
      {updatedAt && (
        <>
          <i className={classes.dot} aria-hidden />
          <span className="figures">Updated {agoWords(now - Date.parse(updatedAt))}</span>
          {' · '}
        </>
      )}
      {payers.toLocaleString('en')} customers with a payment, {without.toLocaleString('en')} without
    </span>
  );
}
