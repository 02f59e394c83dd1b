import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  header: string;
  /** A CSS width such as `96px` or `24%`; the columns share what is left. */
  width?: string;
  /** Figures line up at the right. */
  numeric?: boolean;
  /** The server's word for its rising order; `-paidOn` for a column that rises as the day falls. */
  sort?: string;
  /** Dates and amounts begin with the newest and the largest. */
  beginsDown?: boolean;
  cell: (row: Row) => ReactNode;
  /** Of the first column: a small button that comes when the row is pointed at or holds the focus. */
  beside?: (row: Row) => ReactNode;
  /** Where the cell stands on a phone's card; without it the card leaves it out. */
  card?: 'title' | 'end' | 'line' | 'foot';
  /** What the card shows instead: it has no head that says what the cell is about. */
  cardCell?: (row: Row) => ReactNode;
  /** Hidden until somebody asks for it. */
  isExtra?: boolean;
};

export type NamedColumn = Pick<Column<never>, 'id' | 'header' | 'isExtra'>;

/** The server's words carry a `-` before them from the highest down. */
const opposite = (word: string) => (word.startsWith('-') ? word.slice(1) : `-${word}`);

export const sortedBy = (current: string, word: string): 'ascending' | 'descending' | 'none' => {
  if (current === word) return 'ascending';
  return current === opposite(word) ? 'descending' : 'none';
};

/** The first click takes the column's own direction, every further one turns it round. */
export function nextSort(word: string, beginsDown: boolean, current: string): string {
  const direction = sortedBy(current, word);
  const isDown = direction === 'none' ? beginsDown : direction === 'ascending';
  return isDown ? opposite(word) : word;
}
