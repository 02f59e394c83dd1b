import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Groups } from '#domain/groups/group.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { formatDay } from '#web/platform/format-moment.ts';
import { SegmentsFrame } from '#web/segments/segments-frame.tsx';
import { customerGroups } from './group-queries.ts';
import type { GroupsSearch } from './groups.routes.tsx';
import { GroupsView } from './groups-view.tsx';

/** Customers who are alike, beside the segments that are defined. */
export function GroupsPage() {
  const { as }: GroupsSearch = useSearch({ strict: false });
  const { data, isPending, error, refetch } = useQuery(customerGroups());
  const grouping = as === 'mixtures' ? data?.mixture : data?.kMeans;
  return (
    <SegmentsFrame
      tab="/segments/groups"
      sub={data && grouping && foundWords(data, grouping.groups.length)}
      actions={grouping && <MethodChoice as={as} />}
    >
      {data && grouping && <GroupsView found={data} grouping={grouping} />}
      {data !== undefined && !grouping && <NoGroups found={data} />}
      {isPending && <Loading label="Loading the groups" />}
      {data === undefined && error && <Failed error={error} retry={() => void refetch()} />}
    </SegmentsFrame>
  );
}

const foundWords = ({ customers, day }: Groups, groups: number): string =>
  `${groups} groups of ${customers.toLocaleString('en')} customers with a payment, found on ${formatDay(day)}`;

function MethodChoice({ as }: GroupsSearch) {
  const navigate = useNavigate();
  return (
    <SegmentedControl
      aria-label="How groups are found"
      value={as ?? 'k-means'}
      onChange={(value) =>
        void navigate({
          to: '/segments/groups',
          search: { as: value === 'mixtures' ? value : undefined },
          resetScroll: false,
        })
      }
      data={[
        { value: 'k-means', label: 'K-means' },
        { value: 'mixtures', label: 'Mixtures' },
      ]}
    />
  );
}

const enough = 20;

function NoGroups({ found }: { found: Groups | null }) {
  if (!found)
    return (
      <Empty title="Groups are found every night">
        The first ones come with the next night, or when the segments are rebuilt.
      </Empty>
    );
  return found.customers < enough ? (
    <Empty title={`Groups need ${enough} customers with a payment`}>
      There {found.customers === 1 ? 'is 1' : `are ${found.customers}`} so far. Who is alike is looked for anew every
      night.
    </Empty>
  ) : (
    <Empty title="The customers are too much alike">
      Nothing sets three groups of them apart. It is looked for anew every night.
    </Empty>
  );
}
