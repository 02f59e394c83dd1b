import type { Entry } from '#domain/rooms/message.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import type { Person } from '../people/person.ts';
import type { Shown } from './room-history.ts';

/** All of a room, page by page from its end. */
export async function storedIn(person: Person, roomId: string): Promise<Shown> {
  const entries: Entry[] = [];
  for (;;) {
    const first = entries[0]?.seq;
    const query = { limit: 200, ...(first && { before: first }) };
    const page = await person.call(roomRoutes.messages, { params: { roomId }, query });
    entries.unshift(...page.items);
    if (page.items.length < query.limit) return { entries, receipts: page.receipts };
  }
}
