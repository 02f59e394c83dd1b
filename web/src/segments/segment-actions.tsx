import { Button, Select } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import { type Scheme, SegmentName, segmentsOf } from '#domain/segments/segment.ts';
import { useMe } from '#web/members/me.ts';
import { ExportMenu } from '#web/platform/list/export-menu.tsx';
import { segmentBook, segmentFile } from './segment-queries.ts';
import { useSegmentsSearch, wishOf, withSegment } from './segments-search.ts';
import classes from './segments.module.css';

type Props = { scheme: Scheme; isRebuilding: boolean; onRebuild: () => void };

export function SegmentActions({ scheme, isRebuilding, onRebuild }: Props) {
  const { member } = useMe();
  const search = useSegmentsSearch();
  const navigate = useNavigate();
  const choose = (value: string | null) =>
    void navigate({
      to: '/segments',
      search: withSegment(SegmentName.safeParse(value).data),
      resetScroll: false,
    });
  const wish = wishOf(search);
  return (
    <>
      <Select
        label="Select Segment"
        classNames={{ root: classes.select ?? '' }}
        value={search.segment ?? 'All'}
        onChange={choose}
        data={['All', ...segmentsOf(scheme)]}
        allowDeselect={false}
        maxDropdownHeight={440}
      />
      {may(member, 'customers.export') && <ExportMenu csv={segmentFile(wish)} xlsx={segmentBook(wish)} />}
      {may(member, 'segments.rebuild') && (
        <Button
          aria-label="Rebuild scores"
          disabled={isRebuilding}
          onClick={onRebuild}
          classNames={{ section: classes.rebuildIcon ?? '', label: classes.rebuildWord ?? '' }}
          leftSection={<IconRefresh size={16} stroke={1.5} aria-hidden />}
        >
          {isRebuilding ? 'Rebuilding' : 'Rebuild'}
        </Button>
      )}
    </>
  );
}
