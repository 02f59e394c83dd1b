import type { Database } from '@azure/cosmos';
import * as z from 'zod';
import { pointsIn } from '#functions/platform/points-in.ts';

/** How far a migration has come. It names documents, never what stands in them. */
const Progress = z.object({
  /** Where in the change feed to go on; null is its beginning. */
  continuation: z.string().nullable(),
  seen: z.int(),
  changed: z.int(),
  failed: z.object({ documentId: z.string(), reason: z.string() }).nullable(),
});
export type Progress = z.infer<typeof Progress>;

export const beginning: Progress = { continuation: null, seen: 0, changed: 0, failed: null };

export function checkpointOf(database: Database, migrationId: string) {
  const points = pointsIn(database.container('accounts'));
  const key = `migration|${migrationId}`;

  return {
    read: async (): Promise<Progress> => (await points.read(key, Progress))?.value ?? beginning,

    /** Two processes may work on one migration: it goes on from where either of them was, and both repeat no harm. */
    async keep(progress: Progress): Promise<void> {
      const found = await points.read(key, Progress);
      if (found) await points.replace(key, progress, found.etag);
      else await points.create(key, progress);
    },
  };
}
