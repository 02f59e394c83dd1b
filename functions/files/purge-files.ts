import { deletedFileDays, type FilePlace, isPurgeable } from '#domain/files/file.ts';
import { type SystemWork, systemWork } from '#functions/work.ts';
import { deletions } from './deletions.ts';

/** All that a room or a customer ever had, with its bytes and for good. Safe to repeat. */
export async function purgeFilesOf({ files }: Pick<SystemWork, 'files'>, place: FilePlace): Promise<void> {
  for (const { id } of await files.everyIn(place)) await files.purge(id);
}

const dayMs = 24 * 3_600_000;
/** A round that was missed is made up for by a later one, up to so many days. */
const lookBackDays = 30;

/** The daily round: one file that cannot be purged now does not keep the others, and is tried again the next day. */
export async function purgeDeletedFiles(now: Date, report: (error: unknown) => void): Promise<void> {
  const due = now.getTime() - deletedFileDays * dayMs;
  for (let back = lookBackDays; back >= 0; back--) {
    const day = new Date(due - back * dayMs).toISOString().slice(0, 10);
    for (const { workspaceId, fileId } of await deletions.of(day)) {
      try {
        if (await settle(systemWork(workspaceId, report), fileId, now)) await deletions.done(day, fileId);
      } catch (error) {
        report(error);
      }
    }
  }
}

/** False while it is too early. What was taken back, or deleted anew on a later day, is nothing for this entry. */
async function settle({ files }: SystemWork, fileId: string, now: Date): Promise<boolean> {
  const file = await files.find(fileId);
  if (!file || file.deletedAt === null) return true;
  if (!isPurgeable(file, now)) return false;
  await files.purge(fileId);
  return true;
}
