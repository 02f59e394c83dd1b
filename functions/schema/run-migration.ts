import type { Database } from '@azure/cosmos';
import type { Migration } from '#domain/schema/migrations.ts';
import { chunksOf } from '#functions/platform/batch.ts';
import { checkpointOf, type Progress } from './checkpoints.ts';
import { migrateDocument, partitionPathsOf } from './migrate-document.ts';
import { pagesOf, type Stored } from './pages-of.ts';

const atOnce = 10;

/** True when it has come to the end of the feed; false when its time is over. A document that cannot be migrated is thrown. */
export async function runMigration(database: Database, migration: Migration, until: Date): Promise<boolean> {
  const container = database.container(migration.container);
  const paths = await partitionPathsOf(container);
  const checkpoint = checkpointOf(database, migration.id);
  let progress: Progress = { ...(await checkpoint.read()), failed: null };
  const pages = pagesOf(container, progress.continuation);

  while (Date.now() < until.getTime()) {
    const page = await pages.readNext();
    if (page.statusCode === 304) {
      await checkpoint.keep(progress);
      return true;
    }
    let changed = 0;
    for (const chunk of chunksOf(page.result, atOnce)) changed += await migrateChunk(chunk);
    progress = {
      continuation: page.continuationToken,
      seen: progress.seen + page.count,
      changed: progress.changed + changed,
      failed: null,
    };
    await checkpoint.keep(progress);
  }
  return false;

  async function migrateChunk(documents: Stored[]): Promise<number> {
    const ground = { container, paths, now: new Date() };
    const outcomes = await Promise.allSettled(documents.map((each) => migrateDocument(ground, migration, each)));
    const at = outcomes.findIndex(({ status }) => status === 'rejected');
    if (at < 0) return outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length;
    const { reason } = outcomes[at] as PromiseRejectedResult;
    // Its name only: what it says may hold what stands in the document.
    const failed = { documentId: documents[at]!.id, reason: reason instanceof Error ? reason.name : 'Error' };
    await checkpoint.keep({ ...progress, failed });
    throw new Error(`${migration.id} stopped at the document ${failed.documentId} of ${migration.container}`, {
      cause: reason,
    });
  }
}
