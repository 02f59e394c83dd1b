import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SegmentSummary } from '#domain/segments/segment.ts';
import { useMe } from '#web/members/me.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { DistributionCard } from './charts/distribution-card.tsx';
import { Freshness, FreshnessToCome } from './freshness.tsx';
import { HeatMap } from './charts/heat-map.tsx';
import { RebuildLine } from './rebuild-line.tsx';
import { RoughScores } from './rough-scores.tsx';
import { SegmentActions } from './segment-actions.tsx';
import { SegmentCards } from './segment-cards.tsx';
import { SegmentFoot } from './segment-foot.tsx';
import { SegmentList } from './segment-list.tsx';
import { segmentSummary } from './segment-queries.ts';
import { SegmentsFrame } from './segments-frame.tsx';
import { useSegmentsSearch } from './segments-search.ts';
import { useRebuild } from './use-rebuild.ts';
import classes from './segments.module.css';

export function SegmentsPage() {
  const summary = useQuery(segmentSummary());
  const { rebuild, isUnderWay, start } = useRebuild();
  return (
    <SegmentsFrame
      tab="/segments"
      sub={summary.data ? <Freshness summary={summary.data} /> : summary.isPending && <FreshnessToCome />}
      actions={<SegmentActions scheme={summary.data?.scheme ?? 'eleven'} isRebuilding={isUnderWay} onRebuild={start} />}
    >
      <RebuildLine rebuild={rebuild} />
      {summary.isPending && <Loading label="Loading segments" />}
      {summary.isError && !summary.data && <Failed error={summary.error} retry={() => void summary.refetch()} />}
      {summary.data && (summary.data.version === 0 ? <NoPayments /> : <Segments summary={summary.data} />)}
      {!summary.isPending && <SegmentFoot rebuild={rebuild} />}
    </SegmentsFrame>
  );
}

function NoPayments() {
  const canImport = useMe().member.role === 'admin';
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

function Segments({ summary }: { summary: SegmentSummary }) {
  const search = useSegmentsSearch();
  return (
    <>
      <RoughScores payers={summary.payers} />
      <SegmentCards summary={summary} chosen={search.segment} />
      <div className={classes.charts}>
        <HeatMap summary={summary} chosen={search} />
        <DistributionCard />
      </div>
      <SegmentList summary={summary} />
    </>
  );
}
