import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { onMessages } from '#functions/platform/queue.ts';
import { report } from '#functions/platform/report.ts';
import { enqueue } from '#functions/platform/storage.ts';
import { systemWork } from '#functions/work.ts';
import { failImport } from './fail-import.ts';
import { stepImport } from './step-import.ts';

/** Well below the five minutes a function may run. */
const sliceMs = 60_000;

onMessages('imports-step', {
  message: z.strictObject({ workspaceId: Id, importId: Id }),
  handler: async (message, { isLastTry }) => {
    const work = systemWork(message.workspaceId, report);
    try {
      const isLeft = await stepImport(work, message.importId, new Date(work.now().getTime() + sliceMs));
      if (isLeft) await enqueue('imports', message);
    } catch (error) {
      if (isLastTry) await failImport(work, message.importId);
      throw error;
    }
  },
});
