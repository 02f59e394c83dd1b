import type { Container, OperationInput } from '@azure/cosmos';
import { chunksOf, maxBatch } from '#functions/platform/batch.ts';
import { headId } from './stored-room.ts';

/** The part of the room store that takes a room away for good. The head goes last: what was cut off is found again. */
export const roomPurge = (rooms: Container, workspaceId: string) => ({
  async purge(roomId: string): Promise<void> {
    const partitionKey = [workspaceId, roomId];
    const { resources: ids } = await rooms.items
      .query<string>('SELECT VALUE c.id FROM c', { partitionKey, maxItemCount: 1000 })
      .fetchAll();
    const inOrder = [...ids.filter((id) => id !== headId), ...ids.filter((id) => id === headId)];
    for (const chunk of chunksOf(inOrder, maxBatch)) {
      const operations = chunk.map((id): OperationInput => ({ operationType: 'Delete', id }));
      await rooms.items.batch(operations, partitionKey);
    }
  },
});
