import { type Currency, decimalsOf } from '#domain/kernel/money.ts';
import type { SegmentRow } from '#domain/segments/list.ts';
import type { Column } from '#web/platform/list/column.ts';
import { measureColumns } from '#web/platform/measure-columns.tsx';
import { Person } from '#web/platform/person.tsx';
import { Pips } from '#web/platform/pips.tsx';
import classes from './segments.module.css';

const none = <span className="muted">–</span>;
/** Twelve columns stand beside each other at a desk. */
const narrow: Record<string, string> = { recency: '76px', frequency: '88px', spend: '112px' };

export const segmentColumns = (currency: string): Column<SegmentRow>[] => [
  { id: 'name', header: 'Name', sort: 'name', card: 'title', cell: ({ id, name }) => <Person person={{ id, name }} /> },
  ...measureColumns(currency).map((column) => ({ ...column, width: narrow[column.id] ?? '100px' })),
  {
    id: 'r',
    header: 'Recency Score',
    width: '72px',
    card: 'foot',
    cell: ({ scores }) => <Pips score={scores?.recency} />,
    cardCell: ({ scores }) => <Letter letter="R" score={scores?.recency} />,
  },
  {
    id: 'f',
    header: 'Frequency Score',
    width: '82px',
    card: 'foot',
    cell: ({ scores }) => <Pips score={scores?.frequency} />,
    cardCell: ({ scores }) => <Letter letter="F" score={scores?.frequency} />,
  },
  {
    id: 'm',
    header: 'Monetary Score',
    width: '78px',
    card: 'foot',
    cell: ({ scores }) => <Pips score={scores?.monetary} />,
    cardCell: ({ scores }) => <Letter letter="M" score={scores?.monetary} />,
  },
  {
    id: 'p',
    header: 'Population Score',
    width: '84px',
    card: 'foot',
    sort: 'market',
    beginsDown: true,
    cell: ({ scores }) =>
      scores?.population ? <Pips score={scores.population} /> : <span className="muted">no place</span>,
    cardCell: ({ scores }) => <Letter letter="P" score={scores?.population ?? undefined} />,
  },
  {
    id: 'population',
    header: 'Population',
    width: '112px',
    card: 'foot',
    cell: ({ settlement }) => <span className="muted">{settlement ?? 'Unknown'}</span>,
    cardCell: ({ settlement }) => settlement ?? 'no place',
  },
  {
    id: 'segment',
    header: 'Segment',
    width: '132px',
    card: 'line',
    cell: ({ segment }) => segment,
    cardCell: ({ segment, recencyDays, measures }) =>
      measures ? `${segment} · ${days(recencyDays)} · ${times(measures.frequency)}` : segment,
  },
  {
    id: 'composite',
    header: 'Composite',
    width: '84px',
    numeric: true,
    cell: ({ composite }) => composite ?? none,
  },
  {
    id: 'value',
    header: 'Value',
    width: '84px',
    numeric: true,
    cell: ({ forecast }) => (forecast ? <Expected value={forecast.value} currency={currency} /> : none),
  },
];

/** Who has not paid stands in the order of names alone. */
export const unrankedColumns = (currency: string): Column<SegmentRow>[] =>
  segmentColumns(currency).map(({ sort, ...column }) => (sort === 'name' ? { ...column, sort } : column));

/** Nobody can expect cents. */
const Expected = ({ value, currency }: { value: number; currency: Currency }) => (
  <span title="Expected in the next 12 months">
    {new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
      value / 10 ** decimalsOf(currency),
    )}
  </span>
);

const Letter = ({ letter, score }: { letter: string; score: number | undefined }) => (
  <span className="figures">
    {letter} <span className={classes.score}>{score ?? '–'}</span>
  </span>
);

const days = (count: number | null) => (count === 1 ? '1 day' : `${(count ?? 0).toLocaleString('en')} days`);
const times = (count: number) => (count === 1 ? 'once' : `${count.toLocaleString('en')} times`);
