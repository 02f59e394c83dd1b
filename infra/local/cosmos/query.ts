import type { IncomingHttpHeaders } from 'node:http';
import { queryCharge } from './charge.ts';
import type { Container } from './containers.ts';
import { parseToken, tokenOf, type Continuation } from './continuation.ts';
import type { Outcome } from './documents.ts';
import { errors } from './errors.ts';
import { isObject, type Json } from './json.ts';
import { orderOf, type Order } from './order.ts';
import { pageBytes, pageSize } from './page.ts';
import { partitionNumber, requiredKey } from './partition-key.ts';
import { scan, type Scan, type ScannedRow } from './scan.ts';
import type { Bindings } from './sql/evaluate.ts';
import { comparePlaces, gather } from './sql/gather.ts';
import { everything, narrow, type Narrowing } from './sql/narrow.ts';
import { selectorFor } from './sql/query-text.ts';
import type { Selector } from './sql/select.ts';
import { documentAlias } from './sql/syntax.ts';
import type { Store } from './store.ts';

export interface QueryOutcome extends Outcome {
  continuation?: string;
  count: number;
}
interface Page {
  texts: string[];
  next?: Continuation;
  documentsRead: number;
}
interface Request {
  selector: Selector;
  parameters: Bindings;
  order: Order;
  scan: Scan;
  narrowing: Narrowing;
  limit: number;
  token: string | undefined;
}

export function parseQueryBody(body: Json | undefined): { text: string; parameters: Bindings } {
  if (!isObject(body) || typeof body['query'] !== 'string')
    throw errors.badRequest('The body of a query needs the property query.');
  const { query, parameters = [] } = body;
  if (!Array.isArray(parameters)) throw errors.badRequest('The parameters of a query are an array.');
  const entries = parameters.map((parameter) => {
    if (!isObject(parameter) || typeof parameter['name'] !== 'string')
      throw errors.badRequest('A query parameter needs a name.');
    return [parameter['name'], parameter['value']] as const;
  });
  return { text: query, parameters: Object.fromEntries(entries) };
}

/** One page of one partition's answer. */
export function runQuery(
  store: Store,
  container: Container,
  headers: IncomingHttpHeaders,
  body: Json | undefined,
): QueryOutcome {
  const { text, parameters } = parseQueryBody(body);
  const partition = partitionNumber(store, container, requiredKey(container, headers)) ?? -1;
  const selector = selectorFor(text);
  const order = orderOf(selector.query, container);
  const root = documentAlias(selector.query);
  const ground = { ...container.tables, partition, root, parameters };
  const narrowing = root === undefined ? { ...everything, isExact: false } : narrow(selector.query.where, ground);
  const token = headers['x-ms-continuation'];
  const request: Request = {
    selector,
    parameters,
    order,
    narrowing,
    scan: { store, container, partition, narrowing, order: order.columns },
    limit: pageSize(headers),
    token: typeof token === 'string' ? token : undefined,
  };

  const page = pageOf(request);
  const results = page.texts.join(',');
  const { _rid } = JSON.parse(container.body) as { _rid: string };
  return {
    status: 200,
    body: `{"_rid":"${_rid}","Documents":[${results}],"_count":${page.texts.length}}`,
    count: page.texts.length,
    charge: queryCharge(page.documentsRead, results.length),
    ...(page.next && { continuation: tokenOf(page.next) }),
  };
}

function pageOf(request: Request): Page {
  const { selector, order } = request;
  if (selector.query.from.length === 0)
    return { texts: [JSON.stringify(selector.project(request.parameters))], documentsRead: 0 };
  if (countsExactly(request)) return { texts: [String(scan.count(request.scan))], documentsRead: 0 };
  return selector.isGrouped || selector.query.isDistinct || !order.isServed
    ? gatheredPage(request)
    : streamedPage(request);
}

/** `SELECT VALUE COUNT(1)` over a condition the columns answer: no document has to be read. */
function countsExactly({ selector: { query }, narrowing }: Request): boolean {
  const { selection, from, groupBy, isDistinct } = query;
  const countsRows =
    selection.kind === 'value' &&
    selection.value.kind === 'aggregate' &&
    selection.value.name === 'COUNT' &&
    selection.value.argument.kind === 'literal';
  return countsRows && from.length === 1 && !groupBy && !isDistinct && narrowing.isExact;
}

function gatheredPage({ selector, parameters, scan: from, limit, token, order }: Request): Page {
  let documentsRead = 0;
  function* inputs() {
    for (const { row, body } of scan.rows({ ...from, order: [] })) {
      documentsRead++;
      yield { row, document: JSON.parse(body) as Json };
    }
  }
  const all = gather(selector, inputs(), parameters);
  const after = token === undefined ? undefined : parseToken(token, order.keys + 1).after;
  const rest = after ? all.filter(({ place }) => comparePlaces(selector.query, place, after) > 0) : all;
  const page = new PageTexts(limit);
  const given = rest.slice(0, limit).filter(({ value }) => page.add(JSON.stringify(value)));
  const last = given.at(-1);
  const next =
    last && given.length < rest.length ? { after: last.place, row: 0, done: 0, skip: 0, take: null } : undefined;
  return { texts: page.texts, documentsRead, ...(next && { next }) };
}

/** Fills up to a number of items and up to the size of an answer, whichever comes first. */
class PageTexts {
  readonly texts: string[] = [];
  readonly #limit: number;
  #length = 0;
  #isFull = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(text: string): boolean {
    this.#isFull ||=
      this.texts.length >= this.#limit || (this.texts.length > 0 && this.#length + text.length > pageBytes);
    if (this.#isFull) return false;
    this.texts.push(text);
    this.#length += text.length;
    return true;
  }
}

function streamedPage(request: Request): Page {
  const { selector, parameters, limit, token, order, narrowing } = request;
  const state: Continuation = token === undefined ? firstState(request) : parseToken(token, order.keys);
  const page = new PageTexts(limit);
  const isWhole = selector.query.selection.kind === 'all' && narrowing.isExact && selector.query.from.length === 1;
  let documentsRead = 0;

  for (const found of scan.rows({ ...request.scan, ...(token !== undefined && { after: { ...state } }) })) {
    if (state.take === 0) return { texts: page.texts, documentsRead };
    documentsRead++;
    const results = isWhole ? [found.body] : resultsOf(selector, found, parameters);
    // The row the last page ended in may have results left.
    const fresh = token !== undefined && found.row === state.row && documentsRead === 1 ? state.done : 0;
    let at = 0;
    for (const text of results) {
      if (at++ < fresh) continue;
      if (state.take === 0) return { texts: page.texts, documentsRead };
      if (state.skip > 0) state.skip--;
      else if (!page.add(text)) return { texts: page.texts, documentsRead, next: state };
      else if (state.take !== null) state.take--;
      Object.assign(state, { row: found.row, after: found.keys, done: at });
    }
  }
  return { texts: page.texts, documentsRead };
}

function firstState({ selector, parameters }: Request): Continuation {
  const take = selector.count('limit', parameters) ?? selector.count('top', parameters) ?? null;
  return { after: [], row: 0, done: 0, skip: selector.count('offset', parameters) ?? 0, take };
}

function* resultsOf(selector: Selector, { body }: ScannedRow, parameters: Bindings): Iterable<string> {
  for (const bindings of selector.rows(JSON.parse(body) as Json, parameters)) {
    const value = selector.project(bindings);
    if (value !== undefined) yield JSON.stringify(value);
  }
}
