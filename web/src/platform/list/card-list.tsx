import type { Column } from './column.ts';
import type { RowsInSight, TableProps } from './data-table.tsx';
import { RowBox } from './row-box.tsx';
import { RowLink } from './row-link.tsx';
import { has } from './selection.ts';
import classes from './card-list.module.css';

type Props<Row> = TableProps<Row> & { window: RowsInSight };

/** The table on a phone: a card for each row, all of one height. */
export function CardList<Row>({ label, columns, rows, idOf, linkOf, peek, selecting, window, total }: Props<Row>) {
  const { from, to, space, height, changed } = window;
  const isLink = linkOf !== undefined || peek !== undefined;
  return (
    <ul
      aria-label={label}
      className={classes.cards}
      style={{ '--card': `${height}px`, paddingTop: space.before, paddingBottom: space.after }}
    >
      {Array.from({ length: Math.max(0, to - from) }, (_, place) => {
        const index = from + place;
        const row = rows[index];
        if (row === undefined) return <li key={index} aria-hidden />;
        const id = idOf(row);
        return (
          <li
            key={id}
            data-index={index}
            aria-setsize={total ?? -1}
            aria-posinset={index + 1}
            data-link={isLink || undefined}
            data-changed={changed.has(id) || undefined}
            data-selected={(selecting && has(selecting.value, id)) || peek?.id === id || undefined}
          >
            {selecting && (
              <RowBox
                label={`Select ${selecting.nameOf(row)}`}
                isChecked={has(selecting.value, id)}
                onToggle={(isRange) => selecting.onToggle(id, isRange)}
              />
            )}
            <div className={classes.words}>
              <div className={classes.head}>
                {isLink ? (
                  <RowLink
                    to={linkOf?.(row)}
                    id={id}
                    className={classes.link}
                    onPeek={peek?.open}
                    peekWord={peek?.word}
                  >
                    {cells(columns, row, 'title')}
                  </RowLink>
                ) : (
                  <span className={classes.title}>{cells(columns, row, 'title')}</span>
                )}
                <span className={classes.end}>{cells(columns, row, 'end')}</span>
              </div>
              <Line columns={columns} row={row} place="line" />
              <Line columns={columns} row={row} place="foot" />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

type LineProps<Row> = { columns: readonly Column<Row>[]; row: Row; place: 'line' | 'foot' };

function Line<Row>({ columns, row, place }: LineProps<Row>) {
  if (!columns.some(({ card }) => card === place)) return null;
  return <div className={classes.line}>{cells(columns, row, place)}</div>;
}

const cells = <Row,>(columns: readonly Column<Row>[], row: Row, place: Column<Row>['card']) =>
  columns
    .filter(({ card }) => card === place)
    .map(({ id, cell, cardCell = cell }) => (
      <span key={id} className={classes.part}>
        {cardCell(row)}
      </span>
    ));
