import { useEffect, useRef, useState } from 'react';

const shownMs = 1200;
const none: ReadonlySet<string> = new Set();

/** Versions move without anything to see. */
const textOf = (row: unknown) =>
  JSON.stringify(row, (name, value: unknown) => (name === 'version' ? undefined : value));

/** The ids of rows in sight that are different since the last answer, for as long as the tint lasts. */
export function useChanged<Row>(rows: readonly (Row | undefined)[], idOf: (row: Row) => string): ReadonlySet<string> {
  const before = useRef(new Map<string, Row>());
  const [changed, setChanged] = useState(none);

  useEffect(() => {
    const here = new Map(rows.flatMap((row) => (row === undefined ? [] : [[idOf(row), row] as const])));
    const different = [...here].filter(([id, row]) => {
      const old = before.current.get(id);
      return old !== undefined && old !== row && textOf(old) !== textOf(row);
    });
    before.current = here;
    if (different.length === 0) return;
    setChanged(new Set(different.map(([id]) => id)));
    const timer = setTimeout(setChanged, shownMs, none);
    return () => clearTimeout(timer);
  }, [rows, idOf]);
  return changed;
}
