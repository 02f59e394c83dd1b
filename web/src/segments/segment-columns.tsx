import type { ScoredCustomer } from '#domain/segments/segment.ts';
import type { Column } from '#web/platform/list/column.ts';
import { measureColumns } from '#web/platform/measure-columns.tsx';
import { Person } from '#web/platform/person.tsx';
import { Pips } from '#web/platform/pips.tsx';

export const segmentColumns = (currency: string): Column<ScoredCustomer>[] => [
  { id: 'name', header: 'Name', sort: 'name', card: 'title', cell: ({ id, name }) => <Person person={{ id, name }} /> },
  ...measureColumns(currency),
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
