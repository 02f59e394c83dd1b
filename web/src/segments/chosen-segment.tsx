import { Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { SegmentName } from '#domain/segments/segment.ts';
import { customerCount, customerPages, customersFile } from '#web/customers/customer-queries.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import { List } from '#web/platform/list/list.tsx';
import { segmentColumns } from './segment-columns.tsx';
import type { SegmentsSearch } from './segments.routes.tsx';
import classes from './segments.module.css';

const usualSort = '-monetary';

/** All customers of one segment, the best first. */
export function ChosenSegment({ segment, count }: { segment: SegmentName; count: number }) {
  const { workspace } = useMe();
  const { q, sort = usualSort }: SegmentsSearch = useSearch({ strict: false });
  const columns = useMemo(() => segmentColumns(workspace.currency), [workspace.currency]);
  const wish = { segment, q, sort };
  return (
    <section aria-labelledby="chosen-segment" className={classes.section}>
      <Title order={2} id="chosen-segment" mb="sm">
        {segment} ({count.toLocaleString('en')} customers)
      </Title>
      <List
        label={segment}
        noun="customer"
        pages={customerPages(wish)}
        count={customerCount(wish)}
        usualSort={usualSort}
        search="Name, e-mail or reference"
        columns={columns}
        idOf={idOf}
        linkOf={linkOf}
        picking={{
          nameOf: ({ name }) => name,
          fileOf: (ids) => customersFile(wish, ids),
        }}
        empty={<Empty title="Nobody is in this segment now" />}
      />
    </section>
  );
}

const idOf = ({ id }: { id: string }) => id;
const linkOf = ({ id }: { id: string }) => `/customers/${id}`;
