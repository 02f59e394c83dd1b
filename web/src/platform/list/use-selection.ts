import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { extend, isEmpty, loadedState, nothing, type Selection, toggle, toggleLoaded } from './selection.ts';

/** Which rows are picked; another wish is another list, and begins with none. */
export function useSelection<Row>(wish: string, rows: readonly (Row | undefined)[], idOf: (row: Row) => string) {
  const [stored, store] = useState({ wish, selection: nothing });
  const selection = stored.wish === wish ? stored.selection : nothing;

  // Rows come in while somebody scrolls; the callbacks stay the same, or every row would be made again each time.
  const order = useRef<() => string[]>(() => []);
  useLayoutEffect(() => {
    order.current = () => idsOf(rows, idOf);
  }, [rows, idOf]);

  const change = useCallback(
    (next: (before: Selection) => Selection) =>
      store((before) => ({ wish, selection: next(before.wish === wish ? before.selection : nothing) })),
    [wish],
  );
  return {
    selection,
    loaded: useMemo(
      () => (isEmpty(selection) ? 'none' : loadedState(selection, idsOf(rows, idOf))),
      [selection, rows, idOf],
    ),
    onToggle: useCallback(
      (id: string, isRange: boolean) =>
        change((before) => (isRange ? extend(before, id, order.current()) : toggle(before, id))),
      [change],
    ),
    onLoaded: () => change((before) => toggleLoaded(before, order.current())),
    all: () => change(() => ({ ...nothing, isAll: true })),
    clear: () => change(() => nothing),
  };
}

const idsOf = <Row>(rows: readonly (Row | undefined)[], idOf: (row: Row) => string): string[] =>
  rows.flatMap((row) => (row === undefined ? [] : [idOf(row)]));
