/** Rows picked by hand, or all that match whatever their number; the anchor is where a range begins. */
export type Selection = { ids: ReadonlySet<string>; isAll: boolean; anchor: string | null };

export const nothing: Selection = { ids: new Set(), isAll: false, anchor: null };

export const isEmpty = ({ ids, isAll }: Selection): boolean => !isAll && ids.size === 0;

export const has = ({ ids, isAll }: Selection, id: string): boolean => isAll || ids.has(id);

/** From all that match there is no taking one out: the pick begins again with it. */
export function toggle({ ids, isAll }: Selection, id: string): Selection {
  if (isAll) return { ids: new Set([id]), isAll: false, anchor: id };
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, isAll: false, anchor: id };
}

/** Everything between the anchor and this row as well; without an anchor this row alone. */
export function extend({ ids, isAll, anchor }: Selection, id: string, order: readonly string[]): Selection {
  const from = anchor === null || isAll ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return toggle({ ids, isAll, anchor }, id);
  return {
    ids: new Set([...ids, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]),
    isAll: false,
    anchor,
  };
}

/** The rows loaded: all of them, or none when they were picked already. */
export function toggleLoaded(selection: Selection, loaded: readonly string[]): Selection {
  return loadedState(selection, loaded) === 'all' ? nothing : { ids: new Set(loaded), isAll: false, anchor: null };
}

export function loadedState({ ids, isAll }: Selection, loaded: readonly string[]): 'all' | 'some' | 'none' {
  if (isAll) return 'all';
  if (ids.size === 0) return 'none';
  return loaded.length > 0 && loaded.every((id) => ids.has(id)) ? 'all' : 'some';
}
