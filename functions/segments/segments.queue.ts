import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { onMessages } from '#functions/platform/queue.ts';
import { report } from '#functions/platform/report.ts';
import { systemWork } from '#functions/work.ts';
import { runRebuild } from './run-rebuild.ts';

onMessages('segments-run-rebuild', {
  message: z.strictObject({ workspaceId: Id }),
  handler: ({ workspaceId }) => runRebuild(systemWork(workspaceId, report)),
});
