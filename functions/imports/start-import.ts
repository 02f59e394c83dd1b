import type { Import } from '#domain/imports/import.ts';
import { line } from '#domain/kernel/text.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { enqueue } from '#functions/platform/storage.ts';
import type { Work } from '#functions/work.ts';
import { readHistory } from './read-history.ts';

const FileName = line(200).catch('history.csv');

/** Looks at every row first: a file with one fault stores nothing. A good one is kept and taken in by the queue. */
export async function startImport(
  work: Work,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string | null },
): Promise<Import> {
  const { imports, workspace, workspaceId, now, newId } = work;
  const { currency, timeZone } = await workspace.get();
  const rows = readHistory(bytes, { currency, today: dayIn(timeZone, now()) });

  const importId = newId();
  await imports.keepFile(importId, bytes);
  const at = now().toISOString();
  const started = await imports.add({
    id: importId,
    fileName: FileName.parse(fileName),
    state: 'waiting',
    rows: rows.length,
    done: 0,
    added: 0,
    customersAdded: 0,
    reason: null,
    createdAt: at,
    updatedAt: at,
  });
  await enqueue('imports', { workspaceId, importId });
  return started;
}
