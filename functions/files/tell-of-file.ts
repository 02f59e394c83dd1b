import type { StoredFile } from '#domain/files/file.ts';
import type { Work } from '#functions/work.ts';

/** Who has the room open reads its files again. */
export async function tellOfFile({ live }: Pick<Work, 'live'>, { place }: Pick<StoredFile, 'place'>): Promise<void> {
  if (place.kind === 'room') await live.toRoom(place.id, { kind: 'files.changed', roomId: place.id });
}
