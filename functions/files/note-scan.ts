import * as z from 'zod';
import type { StoredFile } from '#domain/files/file.ts';
import { Finding } from '#functions/platform/finding.ts';
import { systemWork } from '#functions/work.ts';
import { fileAt } from './file-bytes.ts';
import { tellOfFile } from './tell-of-file.ts';

/**
 * What Defender for Storage tells Event Grid of each blob it has scanned. Other results than these two, such as "Error",
 * open nothing.
 */
export const ScanResult = z.object({
  eventType: z.literal('Microsoft.Security.MalwareScanningResult'),
  data: z.object({ blobUri: z.url(), scanResultType: z.string() }),
});
export type ScanResult = z.infer<typeof ScanResult>;

const stateAfter: Record<string, StoredFile['state']> = {
  'No threats found': 'ready',
  Malicious: 'quarantined',
};

/**
 * Opens a file that was waiting, or shuts it for good. The result may come before the record of the file, whose bytes
 * are stored first: it throws then, and the queue brings it again.
 */
export async function noteScan({ data }: ScanResult, report: (error: unknown) => void): Promise<void> {
  const at = fileAt(data.blobUri);
  if (!at) return;
  const state = stateAfter[data.scanResultType];
  if (!state) return report(new Finding('not_scanned', `File ${at.fileId} was not scanned`, { file: at.fileId }));
  const work = systemWork(at.workspaceId, report);
  const file = await work.files.find(at.fileId);
  if (!file) throw new Error(`File ${at.fileId} was scanned and is not there yet`);
  // Bad once is bad for ever, in whatever order the results come.
  if (file.state === state || file.state === 'quarantined') return;
  await work.files.replace({ ...file, state });
  await tellOfFile(work, file);
}
