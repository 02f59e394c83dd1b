import { useElementSize, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import { CardList } from './card-list.tsx';
import type { Column } from './column.ts';
import { useRowHeight } from './density.tsx';
import type { Selection } from './selection.ts';
import { TableRows } from './table-rows.tsx';
import type { At } from './use-row-keys.ts';
import { useChanged } from './use-changed.ts';
import { useWindow } from './use-window.ts';
import classes from './data-table.module.css';

export type Selecting<Row> = {
  value: Selection;
  /** For those who hear the box: whose it is. */
  nameOf: (row: Row) => string;
  onToggle: (id: string, isRange: boolean) => void;
  onLoaded: () => void;
  loaded: 'all' | 'some' | 'none';
};

export type TableProps<Row> = {
  /** What the table holds, for those who hear it. */
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined stands for a row that is on its way. */
  rows: readonly (Row | undefined)[];
  /** How many rows stand in the table: more than there are while more are to come. */
  shown?: number;
  /** How many there are in all, when that is known. */
  total?: number | undefined;
  idOf: (row: Row) => string;
  /** Where a row leads: its first cell is the link, and a click anywhere in the row follows it. */
  linkOf?: ((row: Row) => string) | undefined;
  /** While the rows shown are those of another wish. */
  isStale?: boolean;
  sorting?: { current: string; choose: (sort: string) => void } | undefined;
  selecting?: Selecting<Row> | undefined;
  /** Opens a row beside the list instead; the link is still there for a new tab, and a double click follows it. */
  peek?: { id: string | undefined; word: string; open: (id: string) => void } | undefined;
  /** The row the keyboard stands on, and how often it was moved there. */
  at?: At | null;
  /** Is told which rows are in sight. */
  see?: (from: number, to: number) => void;
};

/** Every list of the product: rows of one height, of which only those in sight are in the page; cards on a phone. */
export function DataTable<Row>({ shown, total, at = null, see, ...props }: TableProps<Row>) {
  const { rows, columns, idOf } = props;
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const frame = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const height = isPhone ? cardHeight(columns) : rowHeight;
  const count = shown ?? rows.length;
  const { from, to, space, bring } = useWindow({ ref: frame, count, rowHeight: height });
  const inSight = useMemo(() => rows.slice(from, to), [rows, from, to]);
  const changed = useChanged(inSight, idOf);

  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const place = useMergedRef(frame, measured);
  const least = leastWidth(columns);

  useEffect(() => see?.(from, to), [see, from, to]);
  useFocusedRow(frame, at, bring);

  const window = { from, to, space, height, changed };
  return (
    <div
      ref={place}
      className={classes.frame}
      data-stale={props.isStale || undefined}
      data-narrow={(width > 0 && width < least) || undefined}
      style={{ '--table-min': `${least}px` }}
    >
      {isPhone ? (
        <CardList {...props} window={window} total={total} />
      ) : (
        <TableRows {...props} window={window} total={total} />
      )}
    </div>
  );
}

export type RowsInSight = {
  from: number;
  to: number;
  space: { before: number; after: number };
  height: number;
  changed: ReadonlySet<string>;
};

/** Below this the table scrolls sideways in its own frame, so that no column is lost. */
const leastWidth = (columns: readonly Pick<Column<never>, 'width'>[]) =>
  columns.reduce((sum, { width }) => sum + (width?.endsWith('px') ? Number.parseInt(width, 10) : 128), 0);

/** Two lines, or three where a column stands at the foot. */
const cardHeight = (columns: readonly Pick<Column<never>, 'card'>[]) =>
  columns.some(({ card }) => card === 'foot') ? 88 : 68;

/** A row far away is first brought in sight, and takes the focus once it is in the page. */
function useFocusedRow(frame: { current: HTMLElement | null }, at: At | null, bring: (index: number) => void) {
  const done = useRef(at);
  useEffect(() => {
    if (at === null || at === done.current) return;
    bring(at.index);
    const row = frame.current?.querySelector<HTMLElement>(`[data-index="${at.index}"]`);
    if (!row) return;
    done.current = at;
    const target = row.querySelector<HTMLElement>('[data-row-link]') ?? row;
    if (!at.isQuiet) target.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });
}
