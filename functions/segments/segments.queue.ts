import { app, type InvocationContext } from '@azure/functions';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { systemWork } from '#functions/work.ts';
import { runRebuild } from './run-rebuild.ts';

const Message = z.strictObject({ workspaceId: Id });

app.storageQueue('segments-run-rebuild', {
  connection: 'STORAGE',
  queueName: 'segments',
  handler: (received: unknown, context: InvocationContext): Promise<void> =>
    runRebuild(systemWork(Message.parse(received).workspaceId, (error) => context.warn(error))),
});
