import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { SegmentName } from '#domain/segments/segment.ts';
import type { Seasons } from '#domain/trends/trend.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { formatDay } from '#web/platform/format-moment.ts';
import { SegmentsFrame } from '#web/segments/segments-frame.tsx';
import { SeasonCards } from './season-cards.tsx';
import { seasonsQuery } from './seasons-query.ts';
import type { SeasonFigure } from './season-words.ts';
import type { SeasonsSearch } from './trends.routes.tsx';
import classes from './seasons.module.css';

/** When customers buy: by month and by weekday, of one segment or of all. */
export function SeasonsPage() {
  const { data, error, refetch } = useQuery(seasonsQuery);
  const seasons = data?.seasons;
  return (
    <SegmentsFrame
      tab="/segments/seasons"
      sub={seasons && `Payments from ${formatDay(seasons.from)} to ${formatDay(seasons.to)}`}
      actions={seasons && <Choices seasons={seasons} />}
    >
      {seasons && <Shown seasons={seasons} />}
      {data && !seasons && (
        <Empty title="Seasons are counted every night">They come after the first night with payments.</Empty>
      )}
      {!data && error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading label="Loading the seasons" />}
    </SegmentsFrame>
  );
}

function Shown({ seasons }: { seasons: Seasons }) {
  const { segment, of: figure = 'payments' }: SeasonsSearch = useSearch({ strict: false });
  const row = seasons.segments.find((each) => each.segment === (segment ?? null));
  if (row) return <SeasonCards row={row} figure={figure} />;
  return <Empty title={`Nobody is in ${segment} now`}>Choose another segment, or all.</Empty>;
}

function Choices({ seasons }: { seasons: Seasons }) {
  const { segment, of: figure }: SeasonsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (search: SeasonsSearch) => void navigate({ to: '/segments/seasons', search, resetScroll: false });
  const names = seasons.segments.flatMap((each) => each.segment ?? []);
  return (
    <>
      <Select
        label="Select Segment"
        classNames={{ root: classes.select ?? '' }}
        value={segment ?? 'All'}
        onChange={(value) => show({ segment: SegmentName.safeParse(value).data, of: figure })}
        data={['All', ...SegmentName.options.filter((name) => names.includes(name) || name === segment)]}
        allowDeselect={false}
        maxDropdownHeight={440}
      />
      <SegmentedControl<SeasonFigure>
        aria-label="Figure"
        value={figure ?? 'payments'}
        onChange={(value) => show({ segment, of: value === 'payments' ? undefined : value })}
        data={[
          { value: 'payments', label: 'Payments' },
          { value: 'spend', label: 'Spend' },
        ]}
      />
    </>
  );
}
