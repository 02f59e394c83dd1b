import { app, type PreInvocationContext } from '@azure/functions';
import { ProblemError } from '#domain/kernel/problem.ts';

const heldSeconds = 60;

// What nobody asked for by HTTP writes as well: feeds, queues and timers, those to come included.
app.hook.preInvocation(async (invocation) => {
  const { trigger } = invocation.invocationContext.options;
  if (trigger.type === 'httpTrigger' || invocation.invocationContext.functionName === 'schema-migrate') return;
  const { refuseOtherSchema } = await import('./refuse-other-schema.ts');
  try {
    await refuseOtherSchema(new Date());
  } catch (error) {
    if (trigger.type !== 'queueTrigger' || !(error instanceof ProblemError)) throw error;
    hold(invocation, String(trigger['queueName']));
  }
});

/** A feed brings again what failed, for ever; a queue would put it away after a few tries. */
function hold(invocation: PreInvocationContext, queue: string): void {
  invocation.functionHandler = async (message) => {
    const { enqueue } = await import('#functions/platform/storage.ts');
    await enqueue(queue, message, heldSeconds);
  };
}
