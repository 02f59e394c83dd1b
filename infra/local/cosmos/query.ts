import type { IncomingHttpHeaders } from 'node:http';
import { queryCharge } from './charge.ts';
import type { Container } from './containers.ts';
import { tokenOf } from './continuation.ts';
import type { Outcome } from './documents.ts';
import { errors } from './errors.ts';
import { gatheredPage } from './gathered-page.ts';
import { isObject, type Json } from './json.ts';
import { orderOf } from './order.ts';
import { pageSize, type Page, type PageRequest } from './page.ts';
import { partitionNumber, requiredKey } from './partition-key.ts';
import { scan } from './scan.ts';
import type { Bindings } from './sql/evaluate.ts';
import { narrow, narrowOn } from './sql/narrow.ts';
import { everything, type Narrowing, type Sets } from './sql/narrowing.ts';
import { selectorFor } from './sql/query-text.ts';
import { innermost } from './sql/select.ts';
import { documentAlias } from './sql/syntax.ts';
import type { Store } from './store.ts';
import { streamedPage } from './streamed-page.ts';

export interface QueryOutcome extends Outcome {
  count: number;
  continuation?: string;
}

export function parseQueryBody(body: Json | undefined): { text: string; parameters: Bindings } {
  if (!isObject(body) || typeof body['query'] !== 'string')
    throw errors.badRequest('The body needs the property query.');
  const { query, parameters = [] } = body;
  if (!Array.isArray(parameters)) throw errors.badRequest('The parameters of a query are an array.');
  const entries = parameters.map((parameter) => {
    if (isObject(parameter) && typeof parameter['name'] === 'string')
      return [parameter['name'], parameter['value']] as const;
    throw errors.badRequest('A query parameter needs a name.');
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
  const selector = selectorFor(text, parameters);
  const order = orderOf(selector.query, container);
  const { query } = innermost(selector);
  const root = documentAlias(query);
  const ground = { ...container.tables, partition, root, parameters };
  const narrowing = root === undefined ? { ...everything, isExact: false } : narrow(query.where, ground);
  const bySets = (sets: Pick<Sets, 'most' | 'walked'>): Narrowing =>
    narrow(query.where, { ...ground, sets: { ...sets, documents: container.tables.documents, count } });
  const count = (select: string, values: (string | number)[], most: number): number =>
    Number(store.statement(`SELECT count(*) AS total FROM (${select} LIMIT ?)`).get(...values, most)?.['total']);
  const [first] = order.columns;
  const inOrder = first ? narrowOn(first.column, query.where, ground) : everything;
  const token = headers['x-ms-continuation'];

  const page = answer({
    selector,
    parameters,
    order,
    scan: { store, container, partition, narrowing, bySets, inOrder, order: order.columns },
    limit: pageSize(headers),
    token: typeof token === 'string' ? token : undefined,
  });
  const results = page.texts.join(',');
  return {
    status: 200,
    body: `{"_rid":"${container.rid}","Documents":[${results}],"_count":${page.texts.length}}`,
    count: page.texts.length,
    charge: queryCharge(page.documentsRead, results.length),
    ...(page.next && { continuation: tokenOf(page.next) }),
  };
}

function answer(request: PageRequest): Page {
  const { selector, order, parameters } = request;
  if (selector.query.from.length === 0)
    return { texts: [JSON.stringify(selector.project(parameters))], documentsRead: 0 };
  if (countsExactly(request)) return { texts: [String(scan.count(request.scan))], documentsRead: 0 };
  const constants = constantsOf(request);
  if (constants) return { texts: constants, documentsRead: 0 };
  const needsAll = selector.inner || selector.isGrouped || selector.query.isDistinct || !order.isServed;
  return needsAll ? gatheredPage(request) : streamedPage(request);
}

/** `SELECT VALUE COUNT(1)` over a condition the columns answer: no document has to be read. */
function countsExactly({ selector: { query }, scan: { narrowing } }: PageRequest): boolean {
  const { selection, from, groupBy, isDistinct } = query;
  if (documentAlias(query) === undefined || from.length > 1 || groupBy || isDistinct || !narrowing.isExact)
    return false;
  if (selection.kind !== 'value' || selection.value.kind !== 'aggregate') return false;
  return selection.value.name === 'COUNT' && selection.value.argument.kind === 'literal';
}

/** `SELECT TOP 1001 VALUE 1` over such a condition: so many of them, and no document read either. */
function constantsOf({ selector, parameters, scan: from, order, limit, token }: PageRequest): string[] | undefined {
  const { query } = selector;
  const top = selector.count('top', parameters);
  if (query.selection.kind !== 'value' || query.selection.value.kind !== 'literal' || !from.narrowing.isExact) return;
  if (documentAlias(query) === undefined || query.from.length > 1 || selector.isGrouped || query.isDistinct) return;
  if (order.keys > 0 || top === undefined || top > limit || token !== undefined) return;
  return Array<string>(scan.count(from, top)).fill(JSON.stringify(query.selection.value.value));
}
