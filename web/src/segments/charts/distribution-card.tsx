import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScoreName } from '#domain/segments/scores.ts';
import { useMe } from '#web/members/me.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { ChartCard } from './chart-card.tsx';
import { DistributionChart } from './distribution-chart.tsx';
import { DistributionTable } from './distribution-table.tsx';
import { measureFaces, measures } from './distribution-words.ts';
import { distributions } from '#web/segments/segment-queries.ts';
import classes from './distribution.module.css';

/** How one measure lies among the customers, and where its scores begin. */
export function DistributionCard() {
  const { currency } = useMe().workspace;
  const [measure, choose] = useState<ScoreName>('monetary');
  const { data, error, refetch } = useQuery(distributions);
  const shown = data?.items.find((each) => each.measure === measure && each.customers > 0);
  return (
    <ChartCard
      title={measureFaces[measure].title}
      aside={
        <SegmentedControl
          aria-label="Measure"
          classNames={{
            root: classes.switch ?? '',
            indicator: classes.switchNow ?? '',
            label: classes.switchWord ?? '',
          }}
          value={measure}
          onChange={choose}
          data={measures.map((value) => ({ value, label: <Letter measure={value} /> }))}
        />
      }
      note={shown && 'A customer exactly on a cut gets the lower score; the best of all always a 5.'}
      table={shown && <DistributionTable distribution={shown} currency={currency} />}
    >
      {shown && <DistributionChart distribution={shown} currency={currency} />}
      {data && !shown && (
        <p className="muted">
          {measure === 'population'
            ? 'Nobody who has paid has a place yet: there is no population score, and none is guessed.'
            : 'Nobody has paid yet.'}
        </p>
      )}
      {!data && error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading label="Loading the distribution" />}
    </ChartCard>
  );
}

const Letter = ({ measure }: { measure: ScoreName }) => (
  <span title={measureFaces[measure].name}>
    <span aria-hidden>{measureFaces[measure].letter}</span>
    <VisuallyHidden>{measureFaces[measure].name}</VisuallyHidden>
  </span>
);
