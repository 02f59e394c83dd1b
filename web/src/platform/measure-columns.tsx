import { formatMoney } from '#domain/kernel/money.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { symbolOf } from './currency-symbol.ts';
import type { Column } from './list/column.ts';

const none = <span className="muted">–</span>;

/** What a customer's payments say, wherever customers stand in a table. */
export const measureColumns = (currency: string): Column<ScoredCustomer>[] => [
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
];
