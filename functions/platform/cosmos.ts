import { type Container, CosmosClient, type PartitionKey, type SqlQuerySpec } from '@azure/cosmos';
import * as z from 'zod';
import type { Page } from '#domain/kernel/page.ts';
import { problems } from '#domain/kernel/problem.ts';
import { chargePlugin } from './charge.ts';
import { config } from './config.ts';
import { credential } from './credential.ts';
import { isStatus } from './status.ts';

export { isStatus };

// The library takes it, though its types do not say so.
const metered = { plugins: [chargePlugin] };
const client =
  'connection' in config.cosmos
    ? new CosmosClient({ connectionString: config.cosmos.connection, ...metered })
    : new CosmosClient({ endpoint: config.cosmos.endpoint, aadCredentials: credential, ...metered });
export const database = client.database('crm');
export const container = (name: string): Container => database.container(name);

/** Cosmos status codes, said in the product's words. */
export async function orProblem<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isStatus(error, 412)) throw problems.changedMeanwhile(what);
    if (isStatus(error, 404)) throw problems.notFound(what);
    throw error;
  }
}

type Stored = { id: string; _etag: string; [name: string]: unknown };

/**
 * The documents of one kind in one partition. `mark` is written on every one (the partition key's values and, where a
 * container holds several kinds, the kind); `version` is the ETag on the way out and the If-Match on the way in.
 */
export function documents<S extends z.ZodType<{ id: string; version: string }>>(
  what: string,
  from: Container,
  schema: S,
  key: PartitionKey,
  mark: Record<string, string>,
) {
  type Doc = z.output<S>;
  const parse = (stored: Stored): Doc => schema.parse({ ...stored, version: stored._etag });
  const body = ({ version: _, ...doc }: Doc & { version: string }) => ({ ...doc, ...mark });
  const isOfThisKind = (stored: Stored) => Object.entries(mark).every(([name, value]) => stored[name] === value);

  const find = async (id: string): Promise<Doc | null> => {
    const { resource } = await from.item(id, key).read<Stored>();
    return resource && isOfThisKind(resource) ? parse(resource) : null;
  };

  return {
    find,

    get: async (id: string): Promise<Doc> => {
      const found = await find(id);
      if (!found) throw problems.notFound(what);
      return found;
    },

    /** 409 from Cosmos when the id is taken. */
    add: async (doc: Omit<Doc, 'version'> & { id: string }, extra: Record<string, unknown> = {}): Promise<Doc> => {
      const { resource } = await from.items.create({ ...doc, ...mark, ...extra });
      return parse(resource as unknown as Stored);
    },

    /** Only over the version that was read: 412 otherwise. */
    replace: async (doc: Doc & { version: string }, extra: Record<string, unknown> = {}): Promise<Doc> => {
      const options = { accessCondition: { type: 'IfMatch', condition: doc.version } };
      const work = from.item(doc.id, key).replace({ ...body(doc), ...extra }, options);
      const { resource } = await orProblem(what, work);
      return parse(resource as unknown as Stored);
    },

    /** One page of a query in this partition, in the query's order. */
    page: async (query: SqlQuerySpec, { cursor, limit }: PageOf): Promise<Page<Doc>> => {
      const start = cursor && { continuationToken: fromCursor(cursor) };
      const iterator = from.items.query<Stored>(query, { partitionKey: key, maxItemCount: limit, ...start });
      const page = await orBadCursor(iterator.fetchNext(), cursor);
      return { items: page.resources.map(parse), nextCursor: toCursor(page.continuationToken) };
    },

    all: async (query: SqlQuerySpec): Promise<Doc[]> => {
      const { resources } = await from.items.query<Stored>(query, { partitionKey: key, maxItemCount: 1000 }).fetchAll();
      return resources.map(parse);
    },
  };
}

type PageOf = { cursor?: string | undefined; limit: number };

const toCursor = (token: string | undefined): string | null =>
  token ? Buffer.from(token).toString('base64url') : null;

function fromCursor(cursor: string): string {
  const token = Buffer.from(cursor, 'base64url').toString();
  // It travels in a header: what does not fit in one was never ours.
  if (!/^[\x20-\x7e]+$/.test(token)) throw badCursor();
  return token;
}

const badCursor = () => problems.invalid([{ pointer: '/query/cursor', detail: 'Not a cursor of this list' }]);

/** A cursor is ours, but it came over the wire: a broken one is the caller's fault. */
async function orBadCursor<T>(work: Promise<T>, cursor: string | undefined): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (cursor && isStatus(error, 400)) throw badCursor();
    throw error;
  }
}

/** Answers when the database does. */
export const cosmosAnswers = async (): Promise<void> => void (await client.getDatabaseAccount());
