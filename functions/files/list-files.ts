import type { FilePlace, StoredFile } from '#domain/files/file.ts';
import type { Work } from '#functions/work.ts';
import { readPlace } from './read-place.ts';

export async function listFiles(work: Work, place: FilePlace): Promise<{ items: StoredFile[] }> {
  await readPlace(work, place);
  return { items: await work.files.inPlace(place) };
}
