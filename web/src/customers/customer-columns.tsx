import { formatMoney } from '#domain/kernel/money.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { symbolOf } from '#web/platform/currency-symbol.ts';
import type { Column } from '#web/platform/list/column.ts';
import { Person } from '#web/platform/person.tsx';

const none = <span className="muted">–</span>;

export const customerColumns = (currency: string): Column<ScoredCustomer>[] => [
  { id: 'name', header: 'Name', sort: 'name', card: 'title', cell: ({ id, name }) => <Person person={{ id, name }} /> },
  {
    id: 'email',
    header: 'Email',
    card: 'line',
    cell: ({ email }) => (email ? <span title={email}>{email}</span> : none),
  },
  { id: 'reference', header: 'Reference', width: '116px', cell: ({ reference }) => reference ?? none },
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
  { id: 'segment', header: 'Segment', width: '148px', card: 'foot', cell: ({ segment }) => segment },
];
