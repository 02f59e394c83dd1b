import type { ScoredCustomer } from '#domain/segments/segment.ts';
import type { Column } from '#web/platform/list/column.ts';
import { measureColumns } from '#web/platform/measure-columns.tsx';
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
  ...measureColumns(currency),
  { id: 'segment', header: 'Segment', width: '148px', card: 'foot', cell: ({ segment }) => segment },
];
