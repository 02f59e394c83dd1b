import { Button, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { SegmentSummary } from '#domain/segments/segment.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import type { Filter } from '#web/platform/list/filter.ts';
import { List } from '#web/platform/list/list.tsx';
import { useListUrl } from '#web/platform/list/use-list-url.ts';
import { CustomerDrawer } from './standing/customer-drawer.tsx';
import { segmentColumns, unrankedColumns } from './segment-columns.tsx';
import { segmentCount, segmentPages } from './segment-queries.ts';
import { headingOf, scoreWords, usualSortOf, useSegmentsSearch, wishOf } from './segments-search.ts';
import classes from './segments.module.css';

const filters: readonly Filter[] = [
  {
    id: 'tier',
    label: 'POPULATION',
    options: [
      { value: 'high', label: 'High: score 4 or 5' },
      { value: 'mid', label: 'Mid: score 3' },
      { value: 'low', label: 'Low: score 1 or 2' },
      { value: 'unknown', label: 'No place' },
    ],
  },
];

/** The customers of what is chosen above; all who have paid when nothing is. */
export function SegmentList({ summary }: { summary: SegmentSummary }) {
  const { currency } = useMe().workspace;
  const search = useSegmentsSearch();
  const isUnranked = search.segment === 'No Purchases';
  const columns = useMemo(() => (isUnranked ? unrankedColumns : segmentColumns)(currency), [isUnranked, currency]);
  const heading = headingOf(search, summary);
  const scores = scoreWords(search);
  const wish = wishOf(search);
  return (
    <section aria-labelledby="segment-heading" className={classes.section}>
      <Title order={2} id="segment-heading" mb="sm">
        {heading.words} {heading.count}
      </Title>
      <List
        label={heading.words}
        noun="customer"
        pages={segmentPages(wish)}
        count={segmentCount(wish)}
        usualSort={usualSortOf(search.segment)}
        search="Name, e-mail or reference"
        filters={filters}
        own={{
          words: {
            segment: search.segment ?? '',
            recency: scores ?? '',
            frequency: search.recency ? '' : (scores ?? ''),
            monetary: search.recency || search.frequency ? '' : (scores ?? ''),
          },
          children: scores && <ChosenScores words={scores} />,
        }}
        columns={columns}
        idOf={idOf}
        linkOf={linkOf}
        peekWord="customer"
        renderPeek={(customerId, walk) => <CustomerDrawer customerId={customerId} walk={walk} />}
        empty={<Empty title="Nobody has a payment that counts now" />}
      />
    </section>
  );
}

/** The cell of the heat map that narrows the list, and the way out of it. */
function ChosenScores({ words }: { words: string }) {
  const { show } = useListUrl();
  return (
    <Button
      className={classes.chosen ?? ''}
      aria-label={`Clear ${words}`}
      rightSection={<IconX size={14} stroke={1.5} aria-hidden />}
      onClick={() => show({ recency: undefined, frequency: undefined, monetary: undefined })}
    >
      {words}
    </Button>
  );
}

const idOf = ({ id }: { id: string }) => id;
const linkOf = ({ id }: { id: string }) => `/customers/${id}`;
