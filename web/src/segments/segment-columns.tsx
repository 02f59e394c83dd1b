import { formatMoney } from '#domain/kernel/money.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { symbolOf } from '#web/platform/currency-symbol.ts';
import type { Column } from '#web/platform/list/column.ts';
import { Person } from '#web/platform/person.tsx';
import { Pips } from '#web/platform/pips.tsx';

const none = <span className="muted">–</span>;

export const segmentColumns = (currency: string): Column<ScoredCustomer>[] => [
  { id: 'name', header: 'Name', sort: 'name', card: 'title', cell: ({ id, name }) => <Person person={{ id, name }} /> },
  {
    id: 'recency',
    header: 'Recency (days)',
    width: '100px',
    numeric: true,
    sort: '-lastPaidOn',
    cell: ({ recencyDays }) => recencyDays?.toLocaleString('en') ?? none,
  },
  {
    id: 'frequency',
    header: 'Frequency',
    width: '100px',
    numeric: true,
    sort: 'frequency',
    beginsDown: true,
    cell: ({ measures }) => measures?.frequency.toLocaleString('en') ?? none,
  },
  {
    id: 'spend',
    header: `Total Spend (${symbolOf(currency)})`,
    width: '140px',
    numeric: true,
    sort: 'monetary',
    beginsDown: true,
    card: 'end',
    cell: ({ measures }) => (measures ? formatMoney({ amount: measures.monetary, currency }) : none),
  },
  {
    id: 'r',
    header: 'Recency Score',
    width: '92px',
    card: 'line',
    cell: ({ scores }) => <Pips score={scores?.recency} />,
  },
  {
    id: 'f',
    header: 'Frequency Score',
    width: '92px',
    card: 'line',
    cell: ({ scores }) => <Pips score={scores?.frequency} />,
  },
  {
    id: 'm',
    header: 'Monetary Score',
    width: '92px',
    card: 'line',
    cell: ({ scores }) => <Pips score={scores?.monetary} />,
  },
  { id: 'segment', header: 'Segment', width: '148px', card: 'foot', cell: ({ segment }) => segment },
];
