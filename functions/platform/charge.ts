import type { PluginConfig } from '@azure/cosmos';
import { currentInvocation } from './invocation.ts';

type Answered = { headers?: Record<string, unknown> };

/** Adds what each answer of Cosmos DB says it cost to the running invocation: refused and repeated requests cost too. */
export const chargePlugin: PluginConfig = {
  on: 'request',
  plugin: async (context, _node, next) => {
    try {
      const answer = await next(context);
      add(answer);
      return answer;
    } catch (error) {
      add(error as Answered);
      throw error;
    }
  },
};

function add({ headers }: Answered): void {
  const invocation = currentInvocation();
  // Nothing was answered: the connection broke.
  if (!invocation || !headers) return;
  invocation.operations += 1;
  invocation.charge += Number(headers['x-ms-request-charge'] ?? 0);
}
