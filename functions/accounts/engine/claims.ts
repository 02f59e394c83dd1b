import * as z from 'zod';
import type { Points } from '#functions/platform/points.ts';
import { rowKey } from './keys.ts';

const Pointer = z.object({ to: z.string(), at: z.number() });
const List = z.object({ ids: z.array(z.string()) });
export const StoredRow = z.object({ row: z.record(z.string(), z.unknown()) });

/** Another writer may stand between its pointer and its row; a pointer that stays alone longer was left by a crash. */
const graceMs = 30_000;
const retries = 100;
/** A list this long is looked through for rows that have expired. */
const longList = 100;

export class NotUnique extends Error {
  override readonly name = 'NotUnique';
}

/** Documents that lead to rows: a pointer for each unique value, a list of ids for each value that many rows share. */
export function claimsOf(points: Points, ttl: number | undefined) {
  async function claim(model: string, key: string, id: string): Promise<void> {
    const pointer = { to: id, at: Date.now() };
    if (await points.create(key, pointer, ttl)) return;

    const taken = await points.read(key, Pointer);
    if (taken?.value.to === id) return;
    const isAlive = taken && (await points.read(rowKey(model, taken.value.to), StoredRow)) !== null;
    const isYoung = taken && Date.now() - taken.value.at < graceMs;
    if (isAlive || isYoung) throw new NotUnique(`${model} is not unique`);

    const won = taken ? await points.replace(key, pointer, taken.etag, ttl) : await points.create(key, pointer, ttl);
    if (!won) throw new NotUnique(`${model} is not unique`);
  }

  async function release(key: string, id: string): Promise<void> {
    const pointer = await points.read(key, Pointer);
    if (pointer?.value.to === id) await points.remove(key, pointer.etag);
  }

  const idAt = async (key: string): Promise<string[]> => {
    const pointer = await points.read(key, Pointer);
    return pointer ? [pointer.value.to] : [];
  };

  const idsIn = async (key: string): Promise<string[]> => (await points.read(key, List))?.value.ids ?? [];

  async function changeList(key: string, change: (ids: string[]) => Promise<string[]> | string[]): Promise<void> {
    for (let attempt = 0; attempt < retries; attempt++) {
      const list = await points.read(key, List);
      const ids = await change(list?.value.ids ?? []);
      const done = list ? await points.replace(key, { ids }, list.etag, ttl) : await points.create(key, { ids }, ttl);
      if (done) return;
    }
    throw new Error(`Too many writers of ${key}`);
  }

  async function withRows(model: string, ids: string[]): Promise<string[]> {
    const rows = await Promise.all(ids.map((id) => points.read(rowKey(model, id), StoredRow)));
    return ids.filter((_, index) => rows[index]);
  }

  const enlist = (model: string, key: string, id: string): Promise<void> =>
    changeList(key, async (ids) => [...new Set([...(ids.length < longList ? ids : await withRows(model, ids)), id])]);

  const unlist = (key: string, id: string): Promise<void> =>
    changeList(key, (ids) => ids.filter((other) => other !== id));

  return { claim, release, idAt, idsIn, enlist, unlist };
}
