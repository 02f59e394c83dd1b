import { Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { SegmentName } from '#domain/segments/segment.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { rowHeight, ScoreTable } from './score-table.tsx';
import { segmentCustomers } from './segment-queries.ts';
import { useWindow } from './use-window.ts';
import classes from './segments.module.css';

/** All customers of one segment: pages come as somebody scrolls, and only the rows in sight stand in the page. */
export function ChosenSegment({ segment, count }: { segment: SegmentName; count: number }) {
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const list = useInfiniteQuery(segmentCustomers(segment));
  const all = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const { ref, from, to, space } = useWindow(all.length, isPhone ? 92 : rowHeight);
  const rows = useMemo(() => all.slice(from, to), [all, from, to]);

  const { hasNextPage, isFetching, fetchNextPage } = list;
  const isNearEnd = to >= all.length - 10;
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetching) void fetchNextPage();
  }, [isNearEnd, hasNextPage, isFetching, fetchNextPage]);

  return (
    <section aria-labelledby="chosen-segment" className={classes.section}>
      <Title order={2} id="chosen-segment" mb="sm">
        {segment} ({count.toLocaleString('en')} customers)
      </Title>
      {list.isPending && <Loading label={`Loading ${segment}`} />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && all.length === 0 && <Empty title="Nobody is in this segment now" />}
      <div ref={ref}>
        {all.length > 0 && <ScoreTable label={segment} rows={rows} space={space} isPhone={isPhone} />}
      </div>
      {list.isFetchingNextPage && <Loading rows={2} label="Loading more" />}
    </section>
  );
}
