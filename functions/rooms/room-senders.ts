import type { Container } from '@azure/cosmos';

/** The part of the room store that takes a person's name off what they have said. */
export const roomSenders = (rooms: Container, workspaceId: string) => ({
  async renameSender(roomId: string, { memberId, name }: { memberId: string; name: string }): Promise<void> {
    const query = {
      query: `SELECT VALUE c.id FROM c WHERE c.kind = 'message' AND c.sender.id = @memberId AND c.sender.name != @name`,
      parameters: [
        { name: '@memberId', value: memberId },
        { name: '@name', value: name },
      ],
    };
    const partitionKey = [workspaceId, roomId];
    const { resources } = await rooms.items.query<string>(query, { partitionKey, maxItemCount: 1000 }).fetchAll();
    for (const id of resources)
      await rooms.item(id, partitionKey).patch([{ op: 'set', path: '/sender/name', value: name }]);
  },
});
