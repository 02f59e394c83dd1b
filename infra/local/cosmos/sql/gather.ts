import { createHash } from 'node:crypto';
import { canonical, type Json, type Value } from '../json.ts';
import { compareText } from '../sort-key.ts';
import type { Bindings } from './evaluate.ts';
import type { Selector } from './select.ts';
import type { Query } from './syntax.ts';

export interface Input {
  document: Value;
  row: number;
  /** It is known to be what WHERE asks for. */
  isFitting?: boolean;
}
export interface Gathered {
  value: Json;
  /** Orders the results and tells equal ones apart: where the next page goes on. */
  place: string[];
}
interface Member {
  bindings: Bindings;
  group?: readonly Bindings[];
  tie: string;
}

/** All results in their order: for queries whose results cannot be given out row by row. */
export function gather(selector: Selector, inputs: Iterable<Input>, outer: Bindings): Gathered[] {
  const { query, isGrouped } = selector;
  const results: Gathered[] = [];
  for (const { bindings, group, tie } of isGrouped
    ? groups(selector, inputs, outer)
    : singles(selector, inputs, outer)) {
    const value = selector.project(bindings, group);
    if (value === undefined) continue;
    const order = isGrouped ? [] : selector.orderKeys(bindings);
    results.push({ value, place: [...order, query.isDistinct ? digest(canonical(value)) : tie] });
  }
  results.sort((a, b) => comparePlaces(query, a.place, b.place));
  const kept = query.isDistinct ? distinct(results) : results;
  const offset = selector.count('offset', outer) ?? 0;
  const length = selector.count('limit', outer) ?? selector.count('top', outer) ?? kept.length;
  return kept.slice(offset, offset + length);
}

/** A continuation token has to stay short whatever the values are. */
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

export function comparePlaces({ orderBy }: Query, a: readonly string[], b: readonly string[]): number {
  for (const [at, key] of a.entries()) {
    const order = compareText(key, b[at] ?? '');
    if (order !== 0) return orderBy[at]?.descending ? -order : order;
  }
  return 0;
}

function distinct(results: readonly Gathered[]): Gathered[] {
  const seen = new Set<string>();
  return results.filter(({ value }) => {
    const text = canonical(value);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function* singles(selector: Selector, inputs: Iterable<Input>, outer: Bindings): Iterable<Member> {
  for (const { document, row, isFitting } of inputs) {
    let at = 0;
    for (const bindings of selector.rows(document, outer, isFitting))
      yield { bindings, tie: `${padded(row)}.${padded(at++)}` };
  }
}

const padded = (number: number): string => String(number).padStart(15, '0');

function groups(selector: Selector, inputs: Iterable<Input>, outer: Bindings): Iterable<Member> {
  const members = [...singles(selector, inputs, outer)].map(({ bindings }) => bindings);
  const found = Map.groupBy(members, (bindings) => selector.groupKey(bindings));
  // Without GROUP BY even no rows at all are one group: COUNT answers 0.
  if (found.size === 0 && !selector.query.groupBy) return [{ bindings: outer, group: [], tie: '' }];
  return [...found].map(([key, group]) => ({ bindings: group[0] ?? outer, group, tie: digest(key) }));
}
