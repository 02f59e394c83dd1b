import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { segmentsOf } from '#domain/segments/segment.ts';
import type { Movement } from '#domain/trends/trend.ts';
import { movement, segmentSummary } from '#web/segments/segment-queries.ts';
import { AnswerRows } from './answer-rows.tsx';
import { HomeCard } from './home-card.tsx';
import classes from './home.module.css';

export function SegmentsCard() {
  const summary = useQuery(segmentSummary());
  const moves = useQuery(movement).data?.segments;
  return (
    <HomeCard title="Segments" to="/segments" toLabel="All segments">
      <AnswerRows
        query={summary}
        usual={segmentsOf('eleven').length}
        empty="No customer yet."
        rows={({ counts, scheme }) => {
          const held = segmentsOf(scheme)
            .map((name) => ({ name, count: counts[name] ?? 0 }))
            .filter(({ count }) => count > 0);
          const largest = Math.max(...held.map(({ count }) => count));
          return held.map(({ name, count }) => (
            <li key={name}>
              <Link to="/segments" search={{ segment: name }} className={`cut ${classes.segment}`}>
                {name}
              </Link>
              <span className={classes.track} aria-hidden>
                <span className={classes.bar} style={{ width: `${(count / largest) * 100}%` }} />
              </span>
              <span className={classes.figure}>{count.toLocaleString('en')}</span>
              <span className={classes.moved}>{movedWords(moves?.find(({ segment }) => segment === name))}</span>
            </li>
          ));
        }}
      />
    </HomeCard>
  );
}

/** "+4 this week"; nothing while nobody moved. */
function movedWords(moves: Movement['segments'][number] | undefined): string {
  const more = moves ? moves.in - moves.out : 0;
  return more === 0 ? '' : `${more > 0 ? '+' : '−'}${Math.abs(more).toLocaleString('en')} this week`;
}
