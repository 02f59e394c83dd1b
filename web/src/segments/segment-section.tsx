import { Group, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SegmentName } from '#domain/segments/segment.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { segmentCustomers } from './segment-queries.ts';
import { ScoreTable } from './score-table.tsx';
import classes from './segments.module.css';

const shown = 5;

/** One segment among all: its heading with the count and its best customers. */
export function SegmentSection({ segment, count }: { segment: SegmentName; count: number }) {
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const list = useInfiniteQuery(segmentCustomers(segment, shown));
  const rows = list.data?.pages[0]?.items;
  return (
    <section aria-labelledby={`segment-${segment}`} className={classes.section}>
      <Group justify="space-between" mb="sm">
        <Title order={2} id={`segment-${segment}`}>
          {segment} ({count.toLocaleString('en')} customers)
        </Title>
        {count > shown && (
          <Link to="/segments" search={{ segment }}>
            Show all {count.toLocaleString('en')}
          </Link>
        )}
      </Group>
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {rows ? (
        <ScoreTable label={segment} rows={rows} isPhone={isPhone} />
      ) : (
        <Loading rows={Math.min(count, shown)} label={`Loading ${segment}`} />
      )}
    </section>
  );
}
