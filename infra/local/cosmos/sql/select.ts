import { errors } from '../errors.ts';
import type { Json, Value } from '../json.ts';
import { sortKey } from '../sort-key.ts';
import { compile, objectOf, type Bindings, type Evaluate, type Scope } from './evaluate.ts';
import { gather } from './gather.ts';
import { checkGrouping } from './grouping.ts';
import { isGrouped, type Expression, type Query, type Source } from './syntax.ts';

/** A query made ready to run over documents. */
export interface Selector {
  query: Query;
  /** `FROM (SELECT ...)`: this runs over the documents first, and the query itself over its results. */
  inner: Selector | undefined;
  isGrouped: boolean;
  /** What FROM, JOIN and WHERE make of one document; of one that is known to fit WHERE, it is not asked again. */
  rows(document: Value, around: Bindings, isFitting?: boolean): Iterable<Bindings>;
  project(bindings: Bindings, group?: readonly Bindings[]): Value;
  orderKeys(bindings: Bindings): string[];
  groupKey(bindings: Bindings): string;
  count(which: 'top' | 'offset' | 'limit', bindings: Bindings): number | undefined;
}

/** The one that runs over the documents themselves. */
export const innermost = (selector: Selector): Selector => (selector.inner ? innermost(selector.inner) : selector);

/** One entry of FROM: the values its alias takes. */
interface Step {
  alias: string;
  values(bindings: Bindings): Iterable<Value>;
}

const documentName = ' document';

const present = (value: Value): Value[] => (value === undefined ? [] : [value]);

function stepOf(source: Source, names: ReadonlySet<string>): Step {
  const { alias } = source;
  if (source.kind === 'query') return { alias, values: selectAll(source.query, names) };
  const of = compile(source.of, { names, subquery: selectAll });
  if (source.kind === 'path') return { alias, values: (bindings) => present(of(bindings)) };
  return {
    alias,
    values(bindings) {
      const array = of(bindings);
      return Array.isArray(array) ? array : [];
    },
  };
}

/** The first name in FROM stands for the container, whatever it is called. */
function overDocuments(source: Source): Step {
  if (source.kind === 'query') return { alias: source.alias, values: (bindings) => present(bindings[documentName]) };
  return stepOf({ ...source, of: fromDocument(source.of) }, new Set([documentName]));
}

function fromDocument(of: Expression): Expression {
  if (of.kind === 'name') return { kind: 'name', name: documentName };
  return of.kind === 'property' ? { ...of, of: fromDocument(of.of) } : of;
}

/** A query in a query: all its results, for what stands around it. */
export function selectAll(query: Query, names: ReadonlySet<string>): (bindings: Bindings) => Json[] {
  const selector = select(query, names);
  return (bindings) => gather(selector, [{ document: undefined, row: 0 }], bindings).map(({ value }) => value);
}

export function select(query: Query, outer: ReadonlySet<string> = new Set()): Selector {
  const names = new Set(outer);
  const isOutermost = outer.size === 0;
  const [first] = query.from;
  const inner = isOutermost && first?.kind === 'query' ? select(first.query) : undefined;
  const steps = query.from.map((source, at) => {
    if (query.from.some((other, before) => before < at && other.alias === source.alias)) {
      throw errors.badRequest(`The identifier '${source.alias}' has already been declared.`);
    }
    const made = isOutermost && at === 0 ? overDocuments(source) : stepOf(source, names);
    names.add(made.alias);
    return made;
  });
  const scope: Scope = { names, subquery: selectAll };
  const ready = (expression: Expression): Evaluate => compile(expression, scope);
  const where = query.where && ready(query.where);
  const order = query.orderBy.map(({ by }) => ready(by));
  const groupBy = (query.groupBy ?? []).map(ready);
  const counts = {
    top: query.top && ready(query.top),
    offset: query.offset && ready(query.offset),
    limit: query.limit && ready(query.limit),
  };
  checkGrouping(query);

  function* joined(bindings: Bindings, isFitting: boolean, at = 0): Iterable<Bindings> {
    const next = steps[at];
    if (!next) {
      if (isFitting || !where || where(bindings) === true) yield bindings;
      return;
    }
    for (const value of next.values(bindings)) yield* joined({ ...bindings, [next.alias]: value }, isFitting, at + 1);
  }

  return {
    query,
    inner,
    isGrouped: isGrouped(query),
    rows: (document, around, isFitting = false) => joined({ ...around, [documentName]: document }, isFitting),
    project: projection(query, ready),
    orderKeys: (bindings) => order.map((by) => sortKey(by(bindings))),
    groupKey: (bindings) => groupBy.map((by) => sortKey(by(bindings))).join('\n'),
    count(which, bindings) {
      const value = counts[which]?.(bindings);
      if (value === undefined) return undefined;
      if (!Number.isInteger(value) || Number(value) < 0)
        throw errors.badRequest(`${which.toUpperCase()} needs a whole number.`);
      return Number(value);
    },
  };
}

function projection(query: Query, ready: (expression: Expression) => Evaluate): Evaluate {
  const { selection, from } = query;
  if (selection.kind === 'value') return ready(selection.value);
  if (selection.kind === 'properties')
    return objectOf(selection.entries.map(({ name, value }) => ({ name, evaluate: ready(value) })));
  const [only, ...others] = from;
  if (!only || others.length > 0) throw errors.badRequest("'SELECT *' is only valid with a single input set.");
  return (bindings) => bindings[only.alias];
}
