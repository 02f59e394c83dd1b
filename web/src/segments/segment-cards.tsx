import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type SegmentName, segmentsOf, type SegmentSummary } from '#domain/segments/segment.ts';
import { MovedDrawer } from './moved-drawer.tsx';
import { MovementMark } from './movement-mark.tsx';
import { movement } from './segment-queries.ts';
import { choice, withSegment } from './segments-search.ts';
import classes from './segments.module.css';

type Props = { summary: SegmentSummary; chosen: SegmentName | undefined };

/** Every segment with its count and who moved; a second click on the chosen one shows all again. */
export function SegmentCards({ summary: { scheme, counts }, chosen }: Props) {
  const { data } = useQuery(movement);
  const [told, tell] = useState<SegmentName | null>(null);
  const since = data?.since ?? null;
  return (
    <>
      <nav aria-label="Segments" className={classes.cards}>
        {segmentsOf(scheme).map((name) => (
          <div key={name} data-chosen={name === chosen || undefined}>
            <Link
              {...choice}
              search={withSegment(name === chosen ? undefined : name)}
              aria-current={name === chosen ? 'true' : undefined}
            >
              <span className={classes.cardName}>{name}</span>
              <span className={classes.cardCount}>{(counts[name] ?? 0).toLocaleString('en')}</span>
            </Link>
            {since !== null && (
              <MovementMark
                moves={data?.segments.find(({ segment }) => segment === name)}
                segment={name}
                since={since}
                onTell={() => tell(name)}
              />
            )}
          </div>
        ))}
      </nav>
      {since !== null && told !== null && <MovedDrawer segment={told} since={since} onClose={() => tell(null)} />}
    </>
  );
}
