import { Export, isAtWork } from '#domain/exports/export.ts';
import { enqueue } from '#functions/platform/storage.ts';
import type { Work } from '#functions/work.ts';
import { noteExport } from './note-export.ts';
import { ordersQueue } from './order.ts';

/** One at a time: while one is at work, that is the answer. */
export async function startExport(work: Work): Promise<Export> {
  const { exports, workspaceId, caller, now, newId } = work;
  const standing = (await exports.list()).find((one) => isAtWork(one, now()));
  if (standing) return Export.parse(standing);

  const at = now().toISOString();
  const started = await exports.add({
    id: newId(),
    state: 'waiting',
    documents: 0,
    files: 0,
    bytes: 0,
    by: { memberId: caller.memberId, name: caller.name },
    createdAt: at,
    updatedAt: at,
    keptUntil: null,
    link: null,
  });
  await noteExport(work, 'workspace-exported');
  await enqueue(ordersQueue, { kind: 'copy', workspaceId, exportId: started.id });
  return Export.parse(started);
}
