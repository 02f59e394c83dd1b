import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { CardList } from '#web/platform/card-list.tsx';
import { segmentColumns } from './segment-columns.tsx';
import { useChanged } from './use-changed.ts';
import classes from './score-table.module.css';

type Props = {
  label: string;
  rows: readonly ScoredCustomer[];
  /** Of a long list only a window stands in the page; pixels before and after it keep its place. */
  space?: { before: number; after: number };
  isPhone: boolean;
};

export const rowHeight = 44;

/** Customers with their scores; what a payment changed is tinted for a moment. */
export function ScoreTable({ label, rows, space, isPhone }: Props) {
  const { workspace } = useMe();
  const columns = segmentColumns(workspace.currency);
  const changed = useChanged(rows);
  const linkOf = ({ id }: ScoredCustomer) => `/customers/${id}`;

  if (isPhone) {
    return (
      <div className={classes.frame} style={{ paddingTop: space?.before, paddingBottom: space?.after }}>
        <CardList label={label} columns={columns} rows={rows} idOf={({ id }) => id} linkOf={linkOf} />
      </div>
    );
  }
  return (
    <div className={classes.frame}>
      <Table aria-label={label} layout="fixed" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ id, header, width, numeric }) => (
              <Table.Th key={id} scope="col" data-numeric={numeric || undefined} style={{ width }}>
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Space height={space?.before} />
          {rows.map((row) => (
            <Table.Tr key={row.id} data-changed={changed.has(row.id) || undefined}>
              {columns.map(({ id, numeric, cell }, index) => (
                <Table.Td key={id} data-numeric={numeric || undefined}>
                  {index === 0 ? <Link to={linkOf(row)}>{cell(row)}</Link> : cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Space height={space?.after} />
        </Table.Tbody>
      </Table>
    </div>
  );
}

const Space = ({ height }: { height: number | undefined }) => (height ? <tr aria-hidden style={{ height }} /> : null);
