import { useQuery } from '@tanstack/react-query';
import { SegmentName } from '#domain/segments/segment.ts';
import { segmentSummary } from '#web/segments/segment-queries.ts';
import { AnswerRows } from './answer-rows.tsx';
import { HomeCard } from './home-card.tsx';
import classes from './home.module.css';

export function SegmentsCard() {
  const summary = useQuery(segmentSummary());
  return (
    <HomeCard title="Segments" to="/segments" toLabel="All segments">
      <AnswerRows
        query={summary}
        empty="No customer yet."
        rows={({ counts }) => {
          const names = SegmentName.options.filter((name) => counts[name] > 0);
          const largest = Math.max(...names.map((name) => counts[name]));
          return names.map((name) => (
            <li key={name}>
              <span className={`cut ${classes.segment}`}>{name}</span>
              <span className={classes.track} aria-hidden>
                <span className={classes.bar} style={{ width: `${(counts[name] / largest) * 100}%` }} />
              </span>
              <span className={classes.figure}>{counts[name].toLocaleString('en')}</span>
            </li>
          ));
        }}
      />
    </HomeCard>
  );
}
