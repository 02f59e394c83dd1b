import { keptDays } from '#domain/exports/export.ts';
import { blobContainer } from '#functions/platform/storage.ts';
import { archiveContainer } from './order.ts';

/** Every copy and backup, of all businesses. */
export const archives = blobContainer(archiveContainer);

/** The daily round: what is older goes, whoever made it. */
export async function removeOldArchives(now: Date, prefix = ''): Promise<void> {
  const before = now.getTime() - keptDays * 86_400_000;
  for await (const { name, properties } of archives.listBlobsFlat({ prefix }))
    if (properties.lastModified.getTime() <= before) await archives.getBlobClient(name).deleteIfExists();
}
