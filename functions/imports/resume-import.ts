import { isAtWork } from '#domain/imports/import.ts';
import { enqueue } from '#functions/platform/storage.ts';
import type { SystemWork } from '#functions/work.ts';

export type Standstill = { importId: string; updatedAt: string };

/** Queues an import again that has not moved since it was seen; true when it did. Two workers on one import are no harm. */
export async function resumeImport(
  { workspaceId, imports }: Pick<SystemWork, 'workspaceId' | 'imports'>,
  { importId, updatedAt }: Standstill,
): Promise<boolean> {
  const job = await imports.find(importId);
  if (!job || !isAtWork(job) || job.updatedAt !== updatedAt) return false;
  await enqueue('imports', { workspaceId, importId });
  return true;
}
