import type { SystemWork } from '#functions/work.ts';

/** After the last try. What was taken in stays; the same file again goes on from there. */
export async function failImport({ imports, live, now }: SystemWork, importId: string): Promise<void> {
  const job = await imports.find(importId);
  if (!job || job.state === 'done') return;
  const reason = `Something went wrong on our side after ${job.done} rows. Upload the same file again: no row is taken in twice.`;
  await imports.keepProgress({ ...job, state: 'failed', reason, updatedAt: now().toISOString() });
  await live.toStaff({ kind: 'import.changed', importId });
}
