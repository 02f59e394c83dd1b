import type { Container, SqlQuerySpec } from '@azure/cosmos';
import { Entry, Message } from '#domain/rooms/message.ts';
import { filterOf, where } from '#functions/platform/list-query.ts';

export type EntriesAsked = { after?: number | undefined; before?: number | undefined; limit: number };

/** The part of the room store that reads what was said. */
export const roomEntries = (rooms: Container, workspaceId: string) => {
  const first = async (roomId: string, query: SqlQuerySpec, limit: number): Promise<unknown[]> => {
    const options = { partitionKey: [workspaceId, roomId], maxItemCount: limit };
    return (await rooms.items.query(query, options).fetchNext()).resources;
  };

  const storedEntry = async (roomId: string, id: string): Promise<{ entry: Entry; etag: string } | null> => {
    const { resource } = await rooms.item(id, [workspaceId, roomId]).read<{ _etag: string }>();
    return resource ? { entry: Entry.parse(resource), etag: resource._etag } : null;
  };

  return {
    storedEntry,
    entry: async (roomId: string, id: string): Promise<Entry | null> => (await storedEntry(roomId, id))?.entry ?? null,

    /** The newest in order of seq, those before a seq, or in order of change those that changed after one. */
    async entries(roomId: string, { after, before, limit }: EntriesAsked): Promise<Entry[]> {
      // The head has neither number, so no condition has to leave it out.
      const query =
        after === undefined
          ? {
              query: 'SELECT * FROM c WHERE c.seq < @seq ORDER BY c.seq DESC',
              parameters: [{ name: '@seq', value: before ?? Number.MAX_SAFE_INTEGER }],
            }
          : {
              query: 'SELECT * FROM c WHERE c.change > @change ORDER BY c.change',
              parameters: [{ name: '@change', value: after }],
            };
      const found = (await first(roomId, query, limit)).map((item) => Entry.parse(item));
      return after === undefined ? found.toReversed() : found;
    },

    /** The ids of all that quote a message. */
    async repliesTo(roomId: string, id: string): Promise<string[]> {
      const { text, parameters } = filterOf([where`c.replyTo.id = ${id}`]);
      const query = { query: `SELECT VALUE c.id FROM c ${text}`, parameters };
      const options = { partitionKey: [workspaceId, roomId], maxItemCount: 1000 };
      return (await rooms.items.query<string>(query, options).fetchAll()).resources;
    },

    /** The newest messages with each of these words. */
    async withWords(roomId: string, words: readonly string[], limit: number): Promise<Message[]> {
      const { text, parameters } = filterOf(words.map((word) => where`ARRAY_CONTAINS(c.words, ${word})`));
      const query = { query: `SELECT * FROM c ${text} ORDER BY c.seq DESC`, parameters };
      return (await first(roomId, query, limit)).map((item) => Message.parse(item));
    },
  };
};
