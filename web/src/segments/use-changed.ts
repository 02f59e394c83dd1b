import { useEffect, useRef, useState } from 'react';
import type { ScoredCustomer } from '#domain/segments/segment.ts';

const shownMs = 1200;
const none: ReadonlySet<string> = new Set();

/** The ids of rows that are new or different since the last answer, for as long as the tint lasts. */
export function useChanged(rows: readonly ScoredCustomer[]): ReadonlySet<string> {
  const before = useRef(new Map<string, string>());
  const [changed, setChanged] = useState(none);

  useEffect(() => {
    const now = new Map(rows.map((row) => [row.id, JSON.stringify([row.recencyDays, row.measures, row.scores])]));
    const different = rows.filter(({ id }) => before.current.has(id) && before.current.get(id) !== now.get(id));
    before.current = new Map([...before.current, ...now]);
    if (different.length === 0) return;
    setChanged(new Set(different.map(({ id }) => id)));
    const timer = setTimeout(setChanged, shownMs, none);
    return () => clearTimeout(timer);
  }, [rows]);
  return changed;
}
