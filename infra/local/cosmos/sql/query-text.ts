import type { JsonObject } from '../json.ts';
import { parseQuery } from './parser.ts';
import { select, type Selector } from './select.ts';

const ready = new Map<string, Selector>();

/** A query text is parsed and compiled once; its parameters come later. */
export function selectorFor(text: string): Selector {
  const known = ready.get(text);
  if (known) return known;
  if (ready.size > 1000) ready.clear();
  const made = select(parseQuery(text));
  ready.set(text, made);
  return made;
}

/** A patch's condition, `from c where c.status = 'open'`, asked of one document. */
export function matches(condition: string, document: JsonObject): boolean {
  for (const row of selectorFor(`SELECT VALUE 1 ${condition}`).rows(document, {})) return row !== undefined;
  return false;
}
