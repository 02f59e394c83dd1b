import * as z from 'zod';
import { container, isStatus } from '#functions/platform/cosmos.ts';

const workspaces = container('workspaces');
/** Which businesses have scores: a partition of its own beside theirs, for the timer, which looks after all of them. */
const partition = 'scored workspaces';
const Note = z.object({ id: z.string() });

export const scoredWorkspaces = {
  /** Noting it twice is noting it once. */
  async note(workspaceId: string): Promise<void> {
    await workspaces.items.upsert({ id: workspaceId, kind: 'scored', workspaceId: partition });
  },

  /** Of a business that is taken away. */
  async forget(workspaceId: string): Promise<void> {
    try {
      await workspaces.item(workspaceId, partition).delete();
    } catch (error) {
      if (!isStatus(error, 404)) throw error;
    }
  },

  async *all(): AsyncIterable<string> {
    const options = { partitionKey: partition, maxItemCount: 1000 };
    const query = `SELECT c.id FROM c WHERE c.kind = 'scored'`;
    for await (const { resources } of workspaces.items.query<unknown>(query, options).getAsyncIterator())
      for (const resource of resources) yield Note.parse(resource).id;
  },
};
