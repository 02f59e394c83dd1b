import { onMessages } from '#functions/platform/queue.ts';
import { report } from '#functions/platform/report.ts';
import { noteScan, ScanResult } from './note-scan.ts';

onMessages('files-note-scan', {
  message: ScanResult,
  handler: (result) => noteScan(result, report),
});
