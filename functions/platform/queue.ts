import { app, type InvocationContext } from '@azure/functions';
import type * as z from 'zod';
import { handles, type Load, whenCalled } from './called.ts';
import { Finding } from './finding.ts';
import { workInOneLine } from './log.ts';
import { report } from './report.ts';

/** A function for each message of a queue; one that fails comes again. */
export function addQueue(name: string, { queue, load }: { queue: string; load: Load }): void {
  app.storageQueue(name, { connection: 'STORAGE', queueName: queue, handler: whenCalled<unknown, void>(name, load) });
}

type Work<Message extends z.ZodType> = {
  message: Message;
  handler: (message: z.output<Message>, delivery: { isLastTry: boolean }) => Promise<void>;
};

/** The host's maxDequeueCount: the message is put away as poison after it. */
const lastTry = 5;

/** What is done with a message. */
export const onMessages = <Message extends z.ZodType>(name: string, { message, handler }: Work<Message>): void =>
  handles<unknown, void>(name, (received, context) =>
    workInOneLine({ name, trigger: 'queue' }, context, async () => {
      const isLastTry = Number(context.triggerMetadata?.['dequeueCount']) >= lastTry;
      try {
        await handler(message.parse(received), { isLastTry });
      } catch (error) {
        if (isLastTry) report(givenUp(name, context));
        throw error;
      }
    }),
  );

function givenUp(name: string, { triggerMetadata }: InvocationContext): Finding {
  const document = String(triggerMetadata?.['id']);
  return new Finding('dead_letter', `${name} gave message ${document} up`, { source: name, document });
}
