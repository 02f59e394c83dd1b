import * as z from 'zod';
import { container, isStatus } from '#functions/platform/cosmos.ts';

const workspaces = container('workspaces');

/** Who was deleted on a day. Each day is a partition of its own beside those of the businesses. */
const Erasure = z.object({ id: z.string(), of: z.string() });
type Erasure = z.infer<typeof Erasure>;

const partitionOf = (day: string): string => `erasures ${day}`;

export const erasures = {
  /** `day` as 2026-11-21, in UTC. Noting it twice is noting it once. */
  async note(day: string, { workspaceId, memberId }: { workspaceId: string; memberId: string }): Promise<void> {
    const entry = { id: memberId, of: workspaceId, kind: 'erasure', workspaceId: partitionOf(day) };
    await workspaces.items.upsert(entry);
  },

  async of(day: string): Promise<{ workspaceId: string; memberId: string }[]> {
    const query = `SELECT * FROM c WHERE c.kind = 'erasure'`;
    const { resources } = await workspaces.items
      .query<Erasure>(query, { partitionKey: partitionOf(day), maxItemCount: 1000 })
      .fetchAll();
    return resources.map((entry) => Erasure.parse(entry)).map(({ id, of }) => ({ workspaceId: of, memberId: id }));
  },

  async done(day: string, memberId: string): Promise<void> {
    try {
      await workspaces.item(memberId, partitionOf(day)).delete();
    } catch (error) {
      if (!isStatus(error, 404)) throw error;
    }
  },
};
