import { useCallback, useState } from 'react';
import { useListUrl } from './use-list-url.ts';
import type { At } from './use-row-keys.ts';

/** From the row that lies open to its neighbours; undefined at either end of what is loaded. */
export type Walk = { previous: (() => void) | undefined; next: (() => void) | undefined; close: () => void };

type Asked<Row> = {
  isOffered: boolean;
  /** The word in the address. */
  word: string;
  rows: readonly (Row | undefined)[];
  idOf: (row: Row) => string;
  stand: (at: At) => void;
};

/** The row that lies open beside the list. It stands in the address, and may have left the list since. */
export function usePeek<Row>({ isOffered, word, rows, idOf, stand }: Asked<Row>) {
  const { search, show } = useListUrl();
  const id = isOffered ? search[word] : undefined;
  const found = id === undefined ? -1 : rows.findIndex((row) => row !== undefined && idOf(row) === id);
  const [known, setKnown] = useState(found);
  if (found >= 0 && found !== known) setKnown(found);
  const isHere = found >= 0;
  const index = isHere ? found : known;

  const goTo = (to: number) => {
    const row = rows[to];
    if (row === undefined) return undefined;
    return () => {
      show({ [word]: idOf(row) }, 'typing');
      stand({ index: to, isQuiet: true });
    };
  };
  return {
    id,
    word,
    /** Undefined when it is not among the rows any more. */
    row: rows[found],
    open: useCallback((peek: string) => show({ [word]: peek }), [show, word]),
    previous: goTo(index - 1),
    // A row that has left the list made room for the one after it.
    next: goTo(isHere ? index + 1 : Math.max(index, 0)),
    /** The focus goes back to the row. */
    close: () => {
      show({ [word]: undefined });
      if (index >= 0) stand({ index });
    },
  };
}
