import type { HttpResponseInit, InvocationContext } from '@azure/functions';
import type { Caller } from '#domain/kernel/access.ts';

/** One structured line per request: never names, addresses, bodies or tokens. */
export function lineOf(name: string, context: InvocationContext) {
  const started = performance.now();
  let who: Pick<Caller, 'workspaceId' | 'memberId'> | null = null;
  return {
    by(caller: Caller | null): void {
      who = caller;
    },
    failedAside(error: unknown): void {
      context.warn(error);
    },
    answered(response: HttpResponseInit): HttpResponseInit {
      const ms = Math.round(performance.now() - started);
      context.log(
        JSON.stringify({ name, status: response.status, ms, workspace: who?.workspaceId, member: who?.memberId }),
      );
      return response;
    },
  };
}
