import { randomUUID } from 'node:crypto';
import type { CoreContext, InvocationRequest, ProgrammingModel } from './core-types.ts';
import { hostLog, textOf, writeLog } from './log.ts';
import { appHookData, hooks, type RegisteredFunction } from './registry.ts';

/** What a trigger brings; the rest of the request is the same for all. */
export type Trigger = Pick<InvocationRequest, 'inputData' | 'triggerMetadata' | 'traceContext' | 'retryContext'> & {
  invocationId?: string;
  /** The word of the log line when the function did not throw. */
  outcome?: () => string;
};

export type Invoker = ReturnType<typeof createInvoker>;

/** Runs functions in the worker's order of steps, each against the time limit, and keeps count of those still running. */
export function createInvoker({ model, timeoutMs }: { model: ProgrammingModel; timeoutMs: number }) {
  const running = new Set<Promise<void>>();

  async function runLogged(fn: RegisteredFunction, trigger: Trigger): Promise<void> {
    const startedAt = performance.now();
    const done = (outcome: string) =>
      hostLog('information', `${outcome} ${Math.round(performance.now() - startedAt)}ms`, fn.name);
    try {
      await withinTime(runSteps(model, fn, trigger), timeoutMs);
      done(trigger.outcome?.() ?? 'ok');
    } catch (error) {
      hostLog('error', textOf(error), fn.name);
      done('failed');
      throw error;
    }
  }

  return {
    invoke(fn: RegisteredFunction, trigger: Trigger): Promise<void> {
      const run = runLogged(fn, trigger);
      const settled = run.catch(() => {});
      running.add(settled);
      void settled.then(() => running.delete(settled));
      return run;
    },

    /** Resolves when nothing runs any more. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

async function runSteps(model: ProgrammingModel, fn: RegisteredFunction, trigger: Trigger): Promise<void> {
  const { invocationId = randomUUID(), outcome: _, ...rest } = trigger;
  const request = { ...rest, invocationId, functionId: fn.metadata.functionId ?? fn.name };
  const hookData = {};
  let invocationContext: object | undefined;

  const core: CoreContext = {
    invocationId,
    request,
    metadata: fn.metadata,
    log: (level, category, message) =>
      writeLog({ level, category, message, functionName: fn.name, hookData, invocationContext }),
  };
  const invocation = await model.getInvocationModel(core);
  const { context, inputs } = await invocation.getArguments();
  invocationContext = context;

  core.state = 'preInvocationHooks';
  const before = { hookData, appHookData, invocationContext, inputs, functionCallback: fn.callback };
  for (const hook of hooks.preInvocation) await hook(before);

  core.state = 'invocation';
  const after: { result: unknown; error: unknown; [key: string]: unknown } = {
    hookData,
    appHookData,
    invocationContext,
    inputs: before.inputs,
    result: null,
    error: null,
  };
  try {
    after.result = await invocation.invokeFunction(context, before.inputs, before.functionCallback);
  } catch (error) {
    after.error = error;
  }

  core.state = 'postInvocationHooks';
  for (const hook of hooks.postInvocation) await hook(after);
  core.state = undefined;
  if (after.error) throw after.error;

  await invocation.getResponse(context, after.result);
}

/** The handler of an invocation over its limit goes on here; Azure ends its whole process. */
async function withinTime(work: Promise<void>, limitMs: number): Promise<void> {
  if (limitMs === Infinity) return work;

  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error(`Over the functionTimeout of ${limitMs} ms.`)), limitMs);
  try {
    await Promise.race([work, limit.promise]);
  } finally {
    clearTimeout(timer);
    // What a timed-out invocation says later has no listener any more.
    work.catch(() => {});
  }
}
