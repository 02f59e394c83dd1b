import { errors } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Bindings } from './evaluate.ts';
import { parseQuery } from './parser.ts';
import { select, type Selector } from './select.ts';
import { tokensOf } from './tokens.ts';

interface Ready {
  selector: Selector;
  parameterNames: string[];
}
const ready = new Map<string, Ready>();

function readyFor(text: string): Ready {
  const known = ready.get(text);
  if (known) return known;
  if (ready.size > 1000) ready.clear();
  const parameterNames = tokensOf(text)
    .filter(({ type }) => type === 'parameter')
    .map((token) => token.text);
  const made = { selector: select(parseQuery(text)), parameterNames };
  ready.set(text, made);
  return made;
}

/** A query text is parsed and compiled once; each parameter it names must have a value each time. */
export function selectorFor(text: string, parameters: Bindings): Selector {
  const { selector, parameterNames } = readyFor(text);
  const missing = parameterNames.find((name) => !Object.hasOwn(parameters, name));
  if (missing !== undefined) throw errors.badRequest(`The parameter ${missing} has no value.`);
  return selector;
}

/** A patch's condition, `from c where c.status = 'open'`, asked of one document. */
export function matches(condition: string, document: JsonObject): boolean {
  const rows = selectorFor(`SELECT VALUE 1 ${condition}`, {}).rows(document, {});
  return !rows[Symbol.iterator]().next().done;
}
