import type { Happening } from '#domain/rooms/message.ts';
import type { SystemWork } from '#functions/work.ts';
import type { AboutRoom } from './room-store.ts';

type Telling = Pick<SystemWork, 'rooms' | 'live'>;
type Told = { id: string; at: string; happening: Happening; about: AboutRoom };

/** Puts a line between the messages and tells the room. Once for each id; false when it stood there already. */
export async function tellLine({ rooms, live }: Telling, roomId: string, told: Told): Promise<boolean> {
  const { id, at, happening, about } = told;
  const { entry, isNew } = await rooms.addEntry(roomId, { entry: { id, kind: 'line', sentAt: at, happening }, about });
  if (isNew) await live.toRoom(roomId, { kind: 'entry.added', roomId, entry });
  return isNew;
}
