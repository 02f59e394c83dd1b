import { Button, Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CardList } from './card-list.tsx';
import classes from './data-table.module.css';

export type Column<Row> = {
  id: string;
  header: string;
  /** A CSS width such as `96px` or `24%`; the columns share what is left. */
  width?: string;
  /** Figures line up at the right. */
  numeric?: boolean;
  cell: (row: Row) => ReactNode;
  /** Where the cell stands on a phone's card; without it the card leaves it out. */
  card?: 'title' | 'line' | 'end';
};

export type TableProps<Row> = {
  /** What the table holds, for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** Where a row leads: its first cell is the link, and a click anywhere in the row follows it. */
  linkOf?: (row: Row) => string;
  /** The next keyset page; null or left out when this was the last. */
  more?: { load: () => void; isLoading: boolean } | null;
  /** While the rows shown are being asked for again. */
  isStale?: boolean;
};

export function DataTable<Row>(props: TableProps<Row>) {
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  return (
    <>
      <div className={classes.frame} data-stale={props.isStale || undefined}>
        {isPhone ? <CardList {...props} /> : <Rows {...props} />}
      </div>
      {props.more && (
        <div className={classes.more}>
          <Button onClick={props.more.load} loading={props.more.isLoading}>
            Load more
          </Button>
        </div>
      )}
    </>
  );
}

function Rows<Row>({ label, columns, rows, idOf, linkOf }: TableProps<Row>) {
  return (
    <Table aria-label={label} layout="fixed" className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ id, header, width, numeric }) => (
            <Table.Th key={id} data-numeric={numeric || undefined} style={{ width }} title={header}>
              {header}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={idOf(row)} data-link={linkOf ? true : undefined}>
            {columns.map(({ id, numeric, cell }, index) => (
              <Table.Td key={id} data-numeric={numeric || undefined}>
                {linkOf && index === 0 ? (
                  <Link to={linkOf(row)} className={classes.link}>
                    {cell(row)}
                  </Link>
                ) : (
                  cell(row)
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
