import { app, type InvocationContext } from '@azure/functions';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { enqueue } from '#functions/platform/storage.ts';
import { systemWork } from '#functions/work.ts';
import { failImport } from './fail-import.ts';
import { stepImport } from './step-import.ts';

const Message = z.strictObject({ workspaceId: Id, importId: Id });

/** Well below the five minutes a function may run. */
const sliceMs = 60_000;
/** The host's maxDequeueCount: the message is put away as poison after it. */
const lastTry = 5;

app.storageQueue('imports-step', {
  connection: 'STORAGE',
  queueName: 'imports',
  handler: async (received: unknown, context: InvocationContext): Promise<void> => {
    const message = Message.parse(received);
    const work = systemWork(message.workspaceId, (error) => context.warn(error));
    try {
      const isLeft = await stepImport(work, message.importId, new Date(work.now().getTime() + sliceMs));
      if (isLeft) await enqueue('imports', message);
    } catch (error) {
      if (Number(context.triggerMetadata?.['dequeueCount']) >= lastTry) await failImport(work, message.importId);
      throw error;
    }
  },
});
