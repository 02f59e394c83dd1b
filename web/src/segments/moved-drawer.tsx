import { Drawer, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SegmentName } from '#domain/segments/segment.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { formatDay } from '#web/platform/format-moment.ts';
import { Person } from '#web/platform/person.tsx';
import { movedCustomers } from './segment-queries.ts';
import type { SegmentsSearch } from './segments.routes.tsx';
import { choice } from './segments-search.ts';
import classes from './moved-drawer.module.css';

type Props = {
  segment: SegmentName;
  /** A day. */
  since: string;
  onClose: () => void;
};

/** Who came into a segment and who left it. */
export const MovedDrawer = ({ segment, since, onClose }: Props) => (
  <Drawer
    opened
    onClose={onClose}
    title={`${segment}: who moved since ${formatDay(since)}`}
    closeButtonProps={{ 'aria-label': 'Close' }}
    withOverlay
    trapFocus
  >
    <Way segment={segment} way="in" onOpen={onClose} />
    <Way segment={segment} way="out" onOpen={onClose} />
  </Drawer>
);

type WayProps = { segment: SegmentName; way: 'in' | 'out'; onOpen: () => void };

function Way({ segment, way, onOpen }: WayProps) {
  const { data, error, refetch } = useQuery(movedCustomers(segment, way));
  const heading = way === 'in' ? 'In' : 'Out';
  return (
    <section aria-label={heading} className={classes.way}>
      <Title order={3}>
        {heading} {data && <span className="count">{data.total.toLocaleString('en')}</span>}
      </Title>
      {!data && !error && <Loading rows={3} />}
      {!data && error && <Failed error={error} retry={() => void refetch()} />}
      {data?.total === 0 && <p className="muted">Nobody</p>}
      <ul className={classes.people}>
        {data?.items.map((moved) => (
          <li key={moved.id}>
            <Link {...choice} search={withCustomer(moved.id)} onClick={onOpen}>
              <Person person={moved} />
            </Link>
            <span className="muted">{way === 'in' ? `was ${wordOf(moved.from)}` : `now ${wordOf(moved.to)}`}</span>
          </li>
        ))}
      </ul>
      {data && data.total > data.items.length && (
        <p className="muted">and {(data.total - data.items.length).toLocaleString('en')} who spent less</p>
      )}
    </section>
  );
}

const withCustomer = (customer: string) => (before: SegmentsSearch) => ({ ...before, customer });

const wordOf = (segment: SegmentName): string => (segment === 'No Purchases' ? 'without a payment' : segment);
