import { Message } from '#domain/rooms/message.ts';
import { container } from '#functions/platform/cosmos.ts';
import { runBatch } from '#functions/platform/batch.ts';
import { roomSenders } from './room-senders.ts';

const rooms = container('rooms');

type Room = { id: string; kind: 'room'; lastSeq: number; _etag: string };
type NewMessage = Omit<Message, 'seq'>;

/** A room is one partition: its head carries the last seq, and each message stands beside it under the client's id. */
export const roomStore = (workspaceId: string) => ({
  ...roomSenders(rooms, workspaceId),

  /** Stores a message once, with the next seq, in one transaction with the head. The answer is what is stored. */
  async append(roomId: string, message: NewMessage): Promise<{ message: Message; isNew: boolean }> {
    const key = [workspaceId, roomId];
    for (;;) {
      const stored = await rooms.item(message.id, key).read();
      if (stored.resource) return { message: Message.parse(stored.resource), isNew: false };

      const { resource: head } = await rooms.item('room', key).read<Room>();
      const seq = (head?.lastSeq ?? 0) + 1;
      const mark = { workspaceId, roomId };
      const next = { ...mark, id: 'room', kind: 'room', lastSeq: seq };
      const outcome = await runBatch(
        rooms,
        [
          head
            ? { operationType: 'Replace', id: 'room', resourceBody: next, ifMatch: head._etag }
            : { operationType: 'Create', resourceBody: next },
          { operationType: 'Create', resourceBody: { ...message, ...mark, seq, kind: 'message' } },
        ],
        key,
      );
      if (outcome === 'done') return { message: { ...message, seq }, isNew: true };
    }
  },

  async lastSeq(roomId: string): Promise<number> {
    const { resource } = await rooms.item('room', [workspaceId, roomId]).read<Room>();
    return resource?.lastSeq ?? 0;
  },

  /** In order of seq: all after one, or the newest, or the newest before one. */
  async messages(
    roomId: string,
    { after, before, limit }: { after?: number | undefined; before?: number | undefined; limit: number },
  ): Promise<Message[]> {
    const forward = after !== undefined;
    const query = forward
      ? `SELECT * FROM c WHERE c.kind = 'message' AND c.seq > @seq ORDER BY c.seq`
      : `SELECT * FROM c WHERE c.kind = 'message' AND c.seq < @seq ORDER BY c.seq DESC`;
    const parameters = [{ name: '@seq', value: forward ? after : (before ?? Number.MAX_SAFE_INTEGER) }];
    const page = await rooms.items
      .query({ query, parameters }, { partitionKey: [workspaceId, roomId], maxItemCount: limit })
      .fetchNext();
    const found = page.resources.map((item) => Message.parse(item));
    return forward ? found : found.reverse();
  },
});
