import { Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ScoredCustomer, SegmentName } from '#domain/segments/segment.ts';
import { useMe } from '#web/members/me.ts';
import { Failed } from '#web/platform/faces.tsx';
import { DataTable } from '#web/platform/list/data-table.tsx';
import { segmentColumns } from './segment-columns.tsx';
import { bestOfSegment } from './segment-queries.ts';
import classes from './segments.module.css';

const shown = 5;

/** One segment among all: its heading with the count and its best customers. */
export function SegmentSection({ segment, count }: { segment: SegmentName; count: number }) {
  const { workspace } = useMe();
  const best = useQuery(bestOfSegment(segment, shown));
  const columns = useMemo(() => segmentColumns(workspace.currency), [workspace.currency]);
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
      {best.isError && <Failed error={best.error} retry={() => void best.refetch()} />}
      {!best.isError && (
        <DataTable
          label={segment}
          columns={columns}
          rows={best.data?.items ?? none}
          shown={best.data?.items.length ?? Math.min(count, shown)}
          total={count}
          idOf={idOf}
          linkOf={linkOf}
        />
      )}
    </section>
  );
}

const none: readonly ScoredCustomer[] = [];
const idOf = ({ id }: { id: string }) => id;
const linkOf = ({ id }: { id: string }) => `/customers/${id}`;
