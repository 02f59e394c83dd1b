import * as z from 'zod';
import { container, isStatus } from '#functions/platform/cosmos.ts';

const files = container('files');

/** Which files were deleted on a day. Each day is a partition of its own beside those of the businesses. */
const Deletion = z.object({ id: z.string(), of: z.string() });
type Deletion = z.infer<typeof Deletion>;

const partitionOf = (day: string): string => `deletions ${day}`;

export const deletions = {
  /** `day` as 2026-11-21, in UTC. Noting it twice is noting it once. */
  note: async (day: string, { workspaceId, fileId }: { workspaceId: string; fileId: string }): Promise<void> =>
    void (await files.items.upsert({ id: fileId, of: workspaceId, workspaceId: partitionOf(day) })),

  async of(day: string): Promise<{ workspaceId: string; fileId: string }[]> {
    const options = { partitionKey: partitionOf(day), maxItemCount: 1000 };
    const { resources } = await files.items.query<Deletion>('SELECT * FROM c', options).fetchAll();
    return resources.map((entry) => Deletion.parse(entry)).map(({ id, of }) => ({ workspaceId: of, fileId: id }));
  },

  async done(day: string, fileId: string): Promise<void> {
    try {
      await files.item(fileId, partitionOf(day)).delete();
    } catch (error) {
      if (!isStatus(error, 404)) throw error;
    }
  },
};
