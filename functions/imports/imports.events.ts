import * as z from 'zod';
import { Import, isAtWork } from '#domain/imports/import.ts';
import { Id } from '#domain/kernel/ids.ts';
import { onChanges } from '#functions/platform/feed.ts';
import { onMessages } from '#functions/platform/queue.ts';
import { report } from '#functions/platform/report.ts';
import { enqueue } from '#functions/platform/storage.ts';
import { rebuildAfter } from '#functions/segments/start-rebuild.ts';
import { systemWork } from '#functions/work.ts';
import { resumeImport, type Standstill } from './resume-import.ts';

/** Several times what a step of an import takes. */
const quietSeconds = 30;

const StoredImport = Import.pick({ id: true, state: true, updatedAt: true }).extend({
  workspaceId: Id,
  kind: z.literal('import'),
});
const Watch = z.strictObject({ workspaceId: Id, importId: Id, updatedAt: Import.shape.updatedAt });

const lookAgain = (workspaceId: string, seen: Standstill) =>
  enqueue('imports-watch', { workspaceId, ...seen } satisfies z.infer<typeof Watch>, quietSeconds);

// A worker that was killed keeps its message hidden for ten minutes, and one killed before it could send a message has
// sent none. So each step of an import sends a look at it ahead: nobody waits longer than that.
/** Thousands of payments have come or gone at once. */
const hasChangedPayments = ({ state }: Pick<Import, 'state'>): boolean => state === 'done' || state === 'undone';

onChanges<unknown>('imports-watch-steps', async (documents) => {
  for (const document of documents) {
    const { data } = StoredImport.safeParse(document);
    if (data && isAtWork(data)) await lookAgain(data.workspaceId, { importId: data.id, updatedAt: data.updatedAt });
    if (data && hasChangedPayments(data)) await rebuildAfter(systemWork(data.workspaceId, report));
  }
});

onMessages('imports-watch', {
  message: Watch,
  handler: async ({ workspaceId, ...seen }) => {
    if (await resumeImport(systemWork(workspaceId, report), seen)) await lookAgain(workspaceId, seen);
  },
});
