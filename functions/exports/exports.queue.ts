import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { onMessages } from '#functions/platform/queue.ts';
import { report } from '#functions/platform/report.ts';
import { systemWork } from '#functions/work.ts';
import { obey } from './obey.ts';
import { Order } from './order.ts';
import { failExport, runExport } from './run-export.ts';

const Copy = z.strictObject({ kind: z.literal('copy'), workspaceId: Id, exportId: Id });

onMessages('exports-run', {
  message: z.discriminatedUnion('kind', [Copy, ...Order.options]),
  handler: async (message, { isLastTry }) => {
    if (message.kind !== 'copy') return obey(message, { isLastTry, report });
    const work = systemWork(message.workspaceId, report);
    try {
      await runExport(work, message.exportId);
    } catch (error) {
      if (isLastTry) await failExport(work, message.exportId);
      throw error;
    }
  },
});
