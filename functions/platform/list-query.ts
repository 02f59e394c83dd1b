import { createHash } from 'node:crypto';
import type { Container, JSONValue, PartitionKey, SqlParameter, SqlQuerySpec } from '@azure/cosmos';
import { type Count, countedTo, type Sort } from '#domain/kernel/list.ts';
import type { Page } from '#domain/kernel/page.ts';
import { problems } from '#domain/kernel/problem.ts';
import { searchedTokens } from '#domain/kernel/search.ts';

/** A condition on indexed paths, in the database's words. Values are given a parameter's name, never written out. */
export type Condition = (named: (value: JSONValue) => string) => string;

/** A template: where`c.status = ${status}`. */
export const where =
  (parts: readonly string[], ...values: JSONValue[]): Condition =>
  (named) =>
    parts.map((part, at) => (at < values.length ? part + named(values[at]!) : part)).join('');

export const oneOf =
  (conditions: Condition[]): Condition =>
  (named) =>
    `(${conditions.map((condition) => condition(named)).join(' OR ')})`;

/** Each word of the question begins a word of the document, which keeps the beginnings of its words in `list.tokens`. */
export const matches = (q: string | undefined): Condition[] =>
  searchedTokens(q ?? '').map((token) => where`ARRAY_CONTAINS(c.list.tokens, ${token})`);

type PageOf<T> = (query: SqlQuerySpec, at: Place) => Promise<Page<T>>;
type Place = { cursor?: string | undefined; limit: number };
type Order<Field extends string> = { sort: Sort<Field>; paths: Record<Field, string> };

/**
 * The lists over one partition of a container. Every order ends with the id, so that it has no ties and a page begins
 * exactly where the last one ended; each needs its composite index in the container's file.
 */
export function lists<T>(container: Container, partitionKey: PartitionKey, page: PageOf<T>) {
  const pageOf = async <Field extends string>(
    conditions: Condition[],
    order: Order<Field>,
    { cursor, limit }: Place,
  ): Promise<Page<T>> => {
    const { text, parameters } = filterOf(conditions);
    const query = { query: `SELECT * FROM c ${text} ORDER BY ${orderOf(order)}`, parameters };
    const of = markOf(query);
    const { items, nextCursor } = await page(query, { limit, ...(cursor && { cursor: opened(cursor, of) }) });
    return { items, nextCursor: nextCursor && `${of}.${nextCursor}` };
  };

  return {
    page: pageOf,

    /** Everything of a list, some at a time. */
    async *all<Field extends string>(conditions: Condition[], order: Order<Field>): AsyncIterable<T[]> {
      let cursor: string | undefined;
      do {
        const { items, nextCursor } = await pageOf(conditions, order, { cursor, limit: 1000 });
        yield items;
        cursor = nextCursor ?? undefined;
      } while (cursor);
    },

    /** The ids of all that a list holds, in no order. */
    async ids(conditions: Condition[]): Promise<string[]> {
      const { text, parameters } = filterOf(conditions);
      const query = { query: `SELECT VALUE c.id FROM c ${text}`, parameters };
      return (await container.items.query<string>(query, { partitionKey, maxItemCount: 1000 }).fetchAll()).resources;
    },

    /** To `countedTo` unless it has to be exact. */
    async count(conditions: Condition[], isExact: boolean): Promise<Count> {
      const { text, parameters } = filterOf(conditions);
      const ask = async (what: string): Promise<number[]> => {
        const options = { partitionKey, maxItemCount: countedTo + 1 };
        const query = { query: `SELECT ${what} FROM c ${text}`, parameters };
        return (await container.items.query<number>(query, options).fetchAll()).resources;
      };
      if (isExact) {
        const parts = await ask('VALUE COUNT(1)');
        return { count: parts.reduce((sum, part) => sum + part, 0), isCapped: false };
      }
      const { length } = await ask(`TOP ${countedTo + 1} VALUE 1`);
      return { count: Math.min(length, countedTo), isCapped: length > countedTo };
    },
  };
}

/** The WHERE of a query, and the values it names. */
export function filterOf(
  conditions: Condition[],
  { named, parameters } = namedValues(),
): { text: string; parameters: SqlParameter[] } {
  const texts = conditions.map((condition) => condition(named));
  return { text: texts.length > 0 ? `WHERE ${texts.join(' AND ')}` : '', parameters };
}

/** The values of one query, each under a name of its own. */
export function namedValues() {
  const parameters: SqlParameter[] = [];
  const named = (value: JSONValue): string => {
    const name = `@${parameters.length}`;
    parameters.push({ name, value });
    return name;
  };
  return { named, parameters };
}

function orderOf<Field extends string>({ sort, paths }: Order<Field>): string {
  const isDown = sort.startsWith('-');
  const path = paths[(isDown ? sort.slice(1) : sort) as Field];
  return [path, 'c.id'].map((each) => (isDown ? `${each} DESC` : each)).join(', ');
}

/** Tells one list from another: a cursor begins with it. */
const markOf = (query: SqlQuerySpec): string =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12);

function opened(cursor: string, of: string): string {
  if (cursor.startsWith(`${of}.`)) return cursor.slice(of.length + 1);
  throw problems.invalid([{ pointer: '/query/cursor', detail: 'Not a cursor of this list' }]);
}
