import { Link } from '@tanstack/react-router';
import type { Column, TableProps } from './data-table.tsx';
import classes from './data-table.module.css';

/** The table on a phone: a card of two lines for each row. */
export function CardList<Row>({ label, columns, rows, idOf, linkOf }: TableProps<Row>) {
  return (
    <ul aria-label={label} className={classes.cards}>
      {rows.map((row) => (
        <li key={idOf(row)} data-link={linkOf ? true : undefined}>
          <div className={classes.words}>
            {linkOf ? (
              <Link to={linkOf(row)} className={classes.link}>
                {cells(columns, row, 'title')}
              </Link>
            ) : (
              cells(columns, row, 'title')
            )}
            <div className={classes.line}>{cells(columns, row, 'line')}</div>
          </div>
          <div className={classes.end}>{cells(columns, row, 'end')}</div>
        </li>
      ))}
    </ul>
  );
}

const cells = <Row,>(columns: readonly Column<Row>[], row: Row, place: Column<Row>['card']) =>
  columns
    .filter(({ card }) => card === place)
    .map(({ id, cell }) => (
      <span key={id} className={classes.part}>
        {cell(row)}
      </span>
    ));
