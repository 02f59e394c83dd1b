import type { FilePlace } from '#domain/files/file.ts';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { may } from '#domain/kernel/rights.ts';
import { readRoom } from '#functions/rooms/read-room.ts';
import type { Work } from '#functions/work.ts';
import type { KeptFile } from './file-store.ts';

/** Throws for somebody who may not see what is there. Who hears a room sees its files, and nobody else. */
export async function readPlace(work: Work, { kind, id }: FilePlace): Promise<void> {
  if (kind === 'room') return void (await readRoom(work, id));
  if (!may(work.caller, 'customers.view')) throw problems.notFound('The customer');
  await work.customers.get(id);
}

/** Deleted ones too. A file at a place one may not see is not found, so that nobody learns that it exists. */
export async function readFile(work: Work, fileId: string): Promise<KeptFile> {
  const file = await work.files.find(fileId);
  if (!file) throw problems.notFound('The file');
  try {
    await readPlace(work, file.place);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) throw problems.notFound('The file');
    throw error;
  }
  return file;
}

/** Only one whose bytes may be shown. */
export async function readOpenFile(work: Work, fileId: string): Promise<KeptFile> {
  const file = await readFile(work, fileId);
  refuseClosed(file);
  return file;
}

/** A deleted file is not there; one that is being checked, or was found bad, is there but shut. */
export function refuseClosed({ deletedAt, state }: Pick<KeptFile, 'deletedAt' | 'state'>): void {
  if (deletedAt !== null) throw problems.notFound('The file');
  if (state === 'checking') throw problems.fileChecking();
  if (state === 'quarantined') throw problems.fileQuarantined();
}
