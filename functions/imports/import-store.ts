import { Import } from '#domain/imports/import.ts';
import { Version } from '#domain/kernel/ids.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { blobContainer } from '#functions/platform/storage.ts';
import { container, documents } from '#functions/platform/cosmos.ts';

const jobs = container('jobs');
const files = blobContainer('imports');

const StoredImport = Import.extend({ version: Version });
export type StoredImport = ReturnType<typeof StoredImport.parse>;

/** Imports of one workspace: how far each is, and the file as it came. */
export const importStore = (workspaceId: string) => {
  const { find, get, add, replace } = documents('The import', jobs, StoredImport, workspaceId, {
    workspaceId,
    kind: 'import',
  });
  const fileOf = (importId: string) => files.getBlockBlobClient(`${workspaceId}/${importId}.csv`);

  return {
    find,
    get,
    add: (started: Import): Promise<StoredImport> => add(started),

    /** Only over the version that was read: null when somebody else was faster. */
    async keepProgress(job: StoredImport): Promise<StoredImport | null> {
      try {
        return await replace(job);
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status === 412) return null;
        throw error;
      }
    },

    keepFile: async (importId: string, bytes: Uint8Array): Promise<void> =>
      void (await fileOf(importId).uploadData(bytes)),
    file: (importId: string): Promise<Uint8Array> => fileOf(importId).downloadToBuffer(),
  };
};
