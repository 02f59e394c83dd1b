import type { Container } from '@azure/cosmos';
import type * as z from 'zod';
import { isStatus } from './status.ts';

export type Point<T> = { value: T; etag: string };
type Document = Record<string, unknown>;

/**
 * Single documents, each alone in its partition: everything is a point operation. A key is made of our own words, ids and
 * hashes, because `/ \ ? #` cannot stand in one.
 */
export const pointsIn = (container: Container) => ({
  async read<S extends z.ZodType>(key: string, schema: S): Promise<Point<z.output<S>> | null> {
    const { resource } = await container.item(key, key).read<Document & { _etag: string }>();
    return resource ? { value: schema.parse(resource), etag: resource._etag } : null;
  },

  /** False when the key is taken. */
  create: (key: string, value: Document, ttl?: number): Promise<boolean> =>
    unless(409, container.items.create(document(key, value, ttl))),

  /** False when it was changed since it was read, or is gone. */
  replace: (key: string, value: Document, etag: string, ttl?: number): Promise<boolean> =>
    unless([404, 412], container.item(key, key).replace(document(key, value, ttl), ifMatch(etag))),

  /** False when it was changed since it was read, or is gone: of many at once exactly one gets true. */
  remove: (key: string, etag?: string): Promise<boolean> =>
    unless([404, 412], container.item(key, key).delete(etag ? ifMatch(etag) : {})),
});
export type Points = ReturnType<typeof pointsIn>;

const ifMatch = (etag: string) => ({ accessCondition: { type: 'IfMatch', condition: etag } });
const document = (key: string, value: Document, ttl?: number) => ({ ...value, id: key, pk: key, ...(ttl && { ttl }) });

async function unless(refusals: number | number[], work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if ([refusals].flat().some((status) => isStatus(error, status))) return false;
    throw error;
  }
}
