import type { Container } from '@azure/cosmos';
import { Line } from '#domain/rooms/message.ts';
import { type Condition, filterOf, oneOf, where } from '#functions/platform/list-query.ts';

type Person = { memberId: string; name: string };

/** The part of the room store that takes a person's name off what they have said and done. */
export const roomNames = (rooms: Container, workspaceId: string) => {
  const partitionOf = (roomId: string) => [workspaceId, roomId];

  const ask = async <T>(roomId: string, what: string, conditions: Condition[]): Promise<T[]> => {
    const { text, parameters } = filterOf(conditions);
    const query = { query: `SELECT ${what} FROM c ${text}`, parameters };
    const options = { partitionKey: partitionOf(roomId), maxItemCount: 1000 };
    return (await rooms.items.query<T>(query, options).fetchAll()).resources;
  };

  return {
    /** Also who paid, by their customer's id. Safe to repeat; the head is not an entry: `changeHead`. */
    async renameSender(roomId: string, { memberId, name }: Person): Promise<void> {
      const set = async (ids: readonly string[], path: string): Promise<void> => {
        for (const id of ids)
          await rooms.item(id, partitionOf(roomId)).patch([{ op: 'set', path: `${path}/name`, value: name }]);
      };
      const ids = (conditions: Condition[]) => ask<string>(roomId, 'VALUE c.id', conditions);

      const said = await ids([where`c.sender.id = ${memberId}`, where`c.sender.name != ${name}`]);
      // Those who quote them first: what was said leads to them.
      if (said.length > 0) await set(await ids([where`ARRAY_CONTAINS(${said}, c.replyTo.id)`]), '/replyTo');
      await set(said, '/sender');

      const isTheirs = oneOf([where`c.happening.who.id = ${memberId}`, where`c.happening.by.id = ${memberId}`]);
      const lines = await ask<object>(roomId, '*', [where`c.kind = ${'line'}`, isTheirs]);
      for (const { id, happening } of lines.map((stored) => Line.parse(stored)))
        await set([id], 'who' in happening ? '/happening/who' : '/happening/by');
    },
  };
};
