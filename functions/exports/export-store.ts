import { Readable } from 'node:stream';
import * as z from 'zod';
import { Export } from '#domain/exports/export.ts';
import { Version } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { unlessChanged } from '#functions/platform/unless-changed.ts';
import { archives } from './archives.ts';

const StoredExport = Export.extend({
  /** What opens the file for a while, as its hash. */
  link: z.object({ tokenHash: z.string(), until: Moment }).nullable(),
  version: Version,
});
export type StoredExport = z.infer<typeof StoredExport>;

/** A month of them, one a day and more, is far below it. */
const mostShown = 100;

/** The exports of one workspace: how far each is, and its file. */
export const exportStore = (workspaceId: string) => {
  const { find, get, add, replace, page } = documents('The export', container('jobs'), StoredExport, workspaceId, {
    workspaceId,
    kind: 'export',
  });
  const blobName = (exportId: string): string => `${workspaceId}/${exportId}.zip`;

  return {
    find,
    get,
    add: (started: Omit<StoredExport, 'version'>): Promise<StoredExport> => add(started),
    blobName,

    /** Only over the version that was read: null when somebody else was faster. */
    keep: (job: StoredExport): Promise<StoredExport | null> => unlessChanged(replace(job)),

    /** The newest first. */
    list: async (): Promise<StoredExport[]> =>
      (await page({ query: `SELECT * FROM c WHERE c.kind = 'export' ORDER BY c.createdAt DESC` }, { limit: mostShown }))
        .items,

    async open(exportId: string): Promise<ReadableStream<Uint8Array>> {
      const { readableStreamBody } = await archives.getBlobClient(blobName(exportId)).download();
      return Readable.toWeb(Readable.from(readableStreamBody!)) as ReadableStream<Uint8Array>;
    },
  };
};
