import type { HttpResponseInit, InvocationContext } from '@azure/functions';
import type { Caller } from '#domain/kernel/access.ts';
import { currentInvocation, type Invocation, runIn } from './invocation.ts';
import { redactedError } from './redacted.ts';
import { report } from './report.ts';
import { toInsights } from './telemetry.ts';

type Asked = Pick<Invocation, 'name' | 'trigger' | 'method'>;
type Outcome = { status?: number | undefined; isFailed: boolean };

/** Who the running request is from, once that is known. */
export function noteCaller(caller: Caller | null): void {
  const invocation = currentInvocation();
  if (!invocation || !caller) return;
  invocation.workspaceId = caller.workspaceId;
  invocation.memberId = caller.memberId;
}

/** Answers a request and says in one line how: ids, times and charges, never names, addresses, bodies or tokens. */
export async function answerInOneLine(
  asked: Omit<Asked, 'trigger'>,
  context: InvocationContext,
  work: () => Promise<HttpResponseInit>,
): Promise<HttpResponseInit> {
  const invocation = begin({ ...asked, trigger: 'http' }, context);
  const response = await runIn(invocation, work);
  if (!invocation.isSending)
    writeLine(invocation, { status: response.status, isFailed: Number(response.status) >= 500 });
  return response;
}

/** Text that is made while it is sent: the line waits for its end, and what it asks of the database counts. */
export function whileSent(text: AsyncIterable<string>): AsyncIterable<string> {
  const invocation = currentInvocation();
  if (!invocation) return text;
  invocation.isSending = true;
  return sent(invocation, text[Symbol.asyncIterator]());
}

async function* sent(invocation: Invocation, chunks: AsyncIterator<string>): AsyncGenerator<string> {
  let isFailed = false;
  try {
    for (;;) {
      const { done, value } = await runIn(invocation, () => chunks.next());
      if (done) return;
      yield value;
    }
  } catch (error) {
    isFailed = true;
    runIn(invocation, () => report(error));
    throw redactedError(error);
  } finally {
    await chunks.return?.();
    writeLine(invocation, { status: 200, isFailed });
  }
}

/**
 * Does what a feed, a queue or a timer asks for, and says so in one line. What it throws is thrown on without its
 * message, which the host would write down.
 */
export async function workInOneLine(
  asked: Asked,
  context: InvocationContext,
  work: () => Promise<void>,
): Promise<void> {
  const invocation = begin(asked, context);
  try {
    await runIn(invocation, work);
    writeLine(invocation, { isFailed: false });
  } catch (error) {
    runIn(invocation, () => report(error));
    writeLine(invocation, { isFailed: true });
    throw redactedError(error);
  }
}

const begin = (asked: Asked, context: InvocationContext): Invocation => ({
  ...asked,
  context,
  startedAt: Date.now(),
  charge: 0,
  operations: 0,
});

function writeLine(invocation: Invocation, { status, isFailed }: Outcome): void {
  const { name, trigger, method, context, workspaceId, memberId, operations } = invocation;
  const { startedAt } = invocation;
  const endedAt = Date.now();
  const charge = Math.round(invocation.charge * 100) / 100;
  const id = context.invocationId;
  const line = {
    name,
    trigger,
    ...(status === undefined ? { outcome: isFailed ? 'failed' : 'ok' } : { status }),
    ms: endedAt - startedAt,
    charge,
    operations,
    workspace: workspaceId,
    member: memberId,
    invocation: id,
  };
  context.log(JSON.stringify(line));
  const facts = {
    trigger,
    charge: String(charge),
    operations: String(operations),
    ...(workspaceId && { workspace: workspaceId }),
    ...(memberId && { member: memberId }),
    invocation: id,
  };
  toInsights((insights) => insights.request({ id, name, method, status, startedAt, endedAt, isFailed, facts }));
}
