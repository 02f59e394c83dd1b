import type { Database } from '@azure/cosmos';
import * as z from 'zod';
import { schema } from '#domain/schema/schema.ts';
import { type Points, pointsIn } from '#functions/platform/points-in.ts';
import { pagesOf } from './pages-of.ts';

const key = 'schema';
const Stored = z.object({ version: z.int() });

/** The version that every stored document has reached, kept as a document of its own. */
export function storedVersionIn(database: Database) {
  const points: Points = pointsIn(database.container('accounts'));

  /** Where nothing is stored yet, all of it is as this program writes it. Data that never said a version are of the first. */
  async function begin(): Promise<number> {
    const first = await pagesOf(database.container('workspaces'), null).readNext();
    await points.create(key, { version: first.count > 0 ? 1 : schema.version });
    return read();
  }

  const read = async (): Promise<number> => (await points.read(key, Stored))?.value.version ?? begin();

  return {
    read,

    /** False when somebody else raised it meanwhile. */
    async raise(from: number, to: number): Promise<boolean> {
      const point = await points.read(key, Stored);
      return point?.value.version === from && points.replace(key, { version: to }, point.etag);
    },
  };
}
export type StoredVersion = ReturnType<typeof storedVersionIn>;
