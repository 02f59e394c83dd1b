import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { SegmentName, type SegmentSummary } from '#domain/segments/segment.ts';
import { useMe } from '#web/members/me.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { ChosenSegment } from './chosen-segment.tsx';
import { Freshness } from './freshness.tsx';
import { HeatMap } from './heat-map.tsx';
import { RoughScores } from './rough-scores.tsx';
import { SegmentCards } from './segment-cards.tsx';
import { segmentSummary } from './segment-queries.ts';
import { SegmentSection } from './segment-section.tsx';
import type { SegmentsSearch } from './segments.routes.tsx';
import classes from './segments.module.css';

export function SegmentsPage() {
  const { segment }: SegmentsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const summary = useQuery(segmentSummary());

  const select = (
    <Select
      label="Select Segment"
      classNames={{ root: classes.select ?? '' }}
      value={segment ?? 'All'}
      onChange={(value) => void navigate({ to: '/segments', search: { segment: SegmentName.safeParse(value).data } })}
      data={['All', ...SegmentName.options]}
      allowDeselect={false}
      maxDropdownHeight={440}
    />
  );
  return (
    <>
      <PageHeader title="Segments" sub={summary.data && <Freshness summary={summary.data} />} actions={select} />
      {summary.isPending && <Loading label="Loading segments" />}
      {summary.isError && <Failed error={summary.error} retry={() => void summary.refetch()} />}
      {summary.data && <Segments summary={summary.data} segment={segment} />}
    </>
  );
}

type Props = { summary: SegmentSummary; segment: SegmentName | undefined };

function Segments({ summary, segment }: Props) {
  const canImport = useMe().member.role === 'admin';
  if (summary.version === 0) {
    return (
      <Empty
        title="Segments come with the first payment"
        action={canImport && <Link to="/customers/import">Import payments</Link>}
      >
        When a customer pays{canImport && ', or when you import the payments you already have'}, everybody is scored
        within seconds.
      </Empty>
    );
  }
  const shown = SegmentName.options.filter((name) => (summary.counts[name] ?? 0) > 0);
  return (
    <>
      <RoughScores payers={summary.payers} />
      <SegmentCards summary={summary} chosen={segment} />
      <HeatMap summary={summary} />
      {segment ? (
        <ChosenSegment key={segment} segment={segment} count={summary.counts[segment] ?? 0} />
      ) : (
        shown.map((name) => <SegmentSection key={name} segment={name} count={summary.counts[name] ?? 0} />)
      )}
    </>
  );
}
