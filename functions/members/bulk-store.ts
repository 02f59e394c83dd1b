import * as z from 'zod';
import { Version } from '#domain/kernel/ids.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { BulkJob } from '#domain/members/bulk.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { blobContainer } from '#functions/platform/storage.ts';

const jobs = container('jobs');
const files = blobContainer('bulk');

const StoredBulk = BulkJob.extend({ version: Version });
export type StoredBulk = z.infer<typeof StoredBulk>;
const MemberIds = z.array(z.string());

/** Bulk jobs of one workspace: how far each is, and whom it is about. */
export const bulkStore = (workspaceId: string) => {
  const { find, get, add, replace } = documents('The job', jobs, StoredBulk, workspaceId, {
    workspaceId,
    kind: 'bulk',
  });
  const blob = (jobId: string) => files.getBlockBlobClient(`${workspaceId}/${jobId}/ids.json`);
  return {
    find,
    get,
    add: (job: BulkJob): Promise<StoredBulk> => add(job),

    /** Only over the version that was read: null when somebody else was faster. */
    async keepProgress(job: StoredBulk): Promise<StoredBulk | null> {
      try {
        return await replace(job);
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status === 412) return null;
        throw error;
      }
    },

    keepIds: async (jobId: string, ids: readonly string[]): Promise<void> =>
      void (await blob(jobId).uploadData(Buffer.from(JSON.stringify(ids)))),
    ids: async (jobId: string): Promise<string[]> =>
      MemberIds.parse(JSON.parse((await blob(jobId).downloadToBuffer()).toString())),
  };
};
