import { isPurgeable, mayRemoveFile, type StoredFile } from '#domain/files/file.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Work } from '#functions/work.ts';
import { deletions } from './deletions.ts';
import { readFile } from './read-place.ts';
import { tellOfFile } from './tell-of-file.ts';

/** Its bytes stay for 30 days, out of everybody's reach. Deleting what is deleted is done already. */
export async function removeFile(work: Work, fileId: string): Promise<void> {
  const file = await readFile(work, fileId);
  if (file.deletedAt !== null) return;
  if (!mayRemoveFile(work.caller, file)) throw notTheirs();
  const deletedAt = work.now().toISOString();
  // Noted first, so that nothing is deleted and then forgotten.
  await deletions.note(deletedAt.slice(0, 10), { workspaceId: work.workspaceId, fileId });
  await work.files.replace({ ...file, deletedAt });
  await tellOfFile(work, file);
}

const notTheirs = () => problems.conflict('Only who sent a file, or a leader, can delete it and take it back.');

export async function restoreFile(work: Work, fileId: string): Promise<StoredFile> {
  const file = await readFile(work, fileId);
  if (file.deletedAt === null) return file;
  if (!mayRemoveFile(work.caller, file)) throw notTheirs();
  if (isPurgeable(file, work.now())) throw problems.notFound('The file');
  const restored = await work.files.replace({ ...file, deletedAt: null });
  await tellOfFile(work, restored);
  return restored;
}
