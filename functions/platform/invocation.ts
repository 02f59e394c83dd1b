import { AsyncLocalStorage } from 'node:async_hooks';
import type { InvocationContext } from '@azure/functions';

/** One run of a function: what is known of it, and what the database has charged for it so far. */
export type Invocation = {
  name: string;
  trigger: 'http' | 'feed' | 'queue' | 'timer';
  method?: string;
  context: InvocationContext;
  startedAt: number;
  workspaceId?: string;
  memberId?: string;
  /** Request units. */
  charge: number;
  operations: number;
  /** Its answer is made while it is sent: the work is not done when the function is. */
  isSending?: boolean;
};

const running = new AsyncLocalStorage<Invocation>();

export const runIn = <T>(invocation: Invocation, work: () => T): T => running.run(invocation, work);

/** The one this code runs for; none where nothing was asked, as in a test. */
export const currentInvocation = (): Invocation | undefined => running.getStore();
