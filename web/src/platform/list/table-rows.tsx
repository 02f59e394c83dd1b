import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { RowLink } from './row-link.tsx';
import { type Column, nextSort, sortedBy } from './column.ts';
import type { RowsInSight, Selecting, TableProps } from './data-table.tsx';
import { RowBox } from './row-box.tsx';
import { has } from './selection.ts';
import classes from './data-table.module.css';

type Props<Row> = TableProps<Row> & { window: RowsInSight };

export function TableRows<Row>({ label, columns, rows, idOf, linkOf, peek, window, ...props }: Props<Row>) {
  const { sorting, selecting, total } = props;
  const { from, to, space, height, changed } = window;
  return (
    <table aria-label={label} aria-rowcount={total === undefined ? -1 : total + 1} className={classes.table}>
      <thead>
        <tr aria-rowindex={1}>
          {selecting && <LoadedBox {...selecting} />}
          {columns.map((column) => (
            <Head key={column.id} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody style={{ '--row': `${height}px` }}>
        <Space height={space.before} />
        {Array.from({ length: Math.max(0, to - from) }, (_, place) => {
          const index = from + place;
          const row = rows[index];
          if (row === undefined) return <Skeleton key={index} columns={columns} isSelectable={!!selecting} />;
          const id = idOf(row);
          return (
            <Row
              key={id}
              row={row}
              id={id}
              index={index}
              columns={columns}
              link={linkOf?.(row)}
              onPeek={peek?.open}
              peekWord={peek?.word}
              isPeeked={peek?.id === id}
              isChanged={changed.has(id)}
              isSelected={selecting ? has(selecting.value, id) : false}
              name={selecting?.nameOf(row)}
              onToggle={selecting?.onToggle}
            />
          );
        })}
        <Space height={space.after} />
      </tbody>
    </table>
  );
}

type HeadProps<Row> = { column: Column<Row>; sorting: TableProps<Row>['sorting'] };

function Head<Row>({ column, sorting }: HeadProps<Row>) {
  const { header, width, numeric, sort, beginsDown = false } = column;
  const shared = { scope: 'col', 'data-numeric': numeric || undefined, style: { width }, title: header } as const;
  if (!sort || !sorting) return <th {...shared}>{header}</th>;
  const direction = sortedBy(sorting.current, sort);
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <th {...shared} aria-sort={direction}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => sorting.choose(nextSort(sort, beginsDown, sorting.current))}
      >
        {header}
        {direction !== 'none' && <Arrow size={14} stroke={1.75} aria-hidden />}
      </button>
    </th>
  );
}

function LoadedBox<Row>({ loaded, onLoaded }: Selecting<Row>) {
  return (
    <th scope="col" className={classes.boxCell}>
      <RowBox
        label="Select the rows loaded"
        isChecked={loaded === 'all'}
        isMixed={loaded === 'some'}
        onToggle={onLoaded}
      />
    </th>
  );
}

type RowProps<Row> = {
  row: Row;
  id: string;
  index: number;
  columns: readonly Column<Row>[];
  link: string | undefined;
  onPeek: ((id: string) => void) | undefined;
  peekWord: string | undefined;
  isPeeked: boolean;
  isChanged: boolean;
  isSelected: boolean;
  name: string | undefined;
  onToggle: Selecting<Row>['onToggle'] | undefined;
};

function OneRow<Row>({ row, id, index, columns, link, onPeek, peekWord, isPeeked, ...props }: RowProps<Row>) {
  const isLink = link !== undefined || onPeek !== undefined;
  const { isChanged, isSelected, name, onToggle } = props;
  return (
    <tr
      aria-rowindex={index + 2}
      data-index={index}
      tabIndex={-1}
      data-link={isLink || undefined}
      data-changed={isChanged || undefined}
      data-selected={isSelected || isPeeked || undefined}
      aria-current={isPeeked || undefined}
    >
      {onToggle && (
        <td className={classes.boxCell}>
          <RowBox label={`Select ${name}`} isChecked={isSelected} onToggle={(isRange) => onToggle(id, isRange)} />
        </td>
      )}
      {columns.map(({ id: column, numeric, cell, beside }, place) => (
        <td key={column} data-numeric={numeric || undefined}>
          {isLink && place === 0 ? (
            <FirstCell beside={beside?.(row)}>
              <RowLink to={link} id={id} className={classes.link} onPeek={onPeek} peekWord={peekWord}>
                {cell(row)}
              </RowLink>
            </FirstCell>
          ) : (
            cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

const FirstCell = ({ beside, children }: { beside: ReactNode; children: ReactNode }) =>
  beside === undefined ? (
    children
  ) : (
    <div className={classes.first}>
      {children}
      <span className={classes.beside}>{beside}</span>
    </div>
  );

// While somebody scrolls, only the rows that come in sight are made.
const Row = memo(OneRow) as typeof OneRow;

type SkeletonProps<Row> = { columns: readonly Column<Row>[]; isSelectable: boolean };

const Skeleton = <Row,>({ columns, isSelectable }: SkeletonProps<Row>) => (
  <tr aria-hidden>
    {isSelectable && <td className={classes.boxCell}>&nbsp;</td>}
    {columns.map(({ id, numeric }) => (
      <td key={id} data-numeric={numeric || undefined}>
        <i className={classes.bone} />
        &nbsp;
      </td>
    ))}
  </tr>
);

const Space = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr aria-hidden className={classes.space}>
      <td style={{ height }}>&nbsp;</td>
    </tr>
  ) : null;
