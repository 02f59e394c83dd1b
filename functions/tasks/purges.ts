import * as z from 'zod';
import { container, isStatus } from '#functions/platform/cosmos.ts';

const tasks = container('tasks');

/** Which tasks were deleted on a day. Each day is a partition of its own beside those of the businesses. */
const Purge = z.object({ id: z.string(), of: z.string() });
type Purge = z.infer<typeof Purge>;
type Noted = { workspaceId: string; taskId: string };

const partitionOf = (day: string): string => `purges ${day}`;

export const purges = {
  /** `day` as 2026-11-21, in UTC. Noting it twice is noting it once. */
  async note(day: string, { workspaceId, taskId }: Noted): Promise<void> {
    await tasks.items.upsert({ id: taskId, of: workspaceId, kind: 'purge', workspaceId: partitionOf(day) });
  },

  async of(day: string): Promise<Noted[]> {
    const options = { partitionKey: partitionOf(day), maxItemCount: 1000 };
    const { resources } = await tasks.items.query<Purge>(`SELECT * FROM c WHERE c.kind = 'purge'`, options).fetchAll();
    return resources.map((entry) => Purge.parse(entry)).map(({ id, of }) => ({ workspaceId: of, taskId: id }));
  },

  async done(day: string, taskId: string): Promise<void> {
    try {
      await tasks.item(taskId, partitionOf(day)).delete();
    } catch (error) {
      if (!isStatus(error, 404)) throw error;
    }
  },
};
