import { chunksOf } from '#functions/platform/batch.ts';
import { orSetAside } from '#functions/platform/dead-letters.ts';
import type { SystemWork } from '#functions/work.ts';
import { keepSeats, type Seating } from './keep-seats.ts';
import { storedRoom } from './stored-room.ts';

type Ground = Seating & Pick<SystemWork, 'workspaceId' | 'now' | 'report'>;
type Fed = { kind?: unknown; roomId?: unknown };

/** Rooms that are brought up to date beside one another: few, as whoever sends a message waits and a list does not. */
const atOnce = 3;

/** What the feed brings of the rooms: their heads count, and each once, however often it was written. */
export async function keepAllSeats(ground: Ground, documents: readonly Fed[]): Promise<void> {
  const heads = documents.filter(({ kind }) => kind === 'room');
  const rooms = new Map(heads.map((document) => [String(document.roomId), document]));
  for (const some of chunksOf([...rooms], atOnce))
    await Promise.all(
      some.map(([documentId, document]) =>
        orSetAside(ground, { source: 'rooms-keep-seats', documentId }, () => keepSeatsOf(ground, document)),
      ),
    );
}

async function keepSeatsOf(ground: Ground, document: Fed): Promise<void> {
  const stored = storedRoom(document);
  if ('head' in stored) await keepSeats(ground, stored.roomId, stored.head);
}
