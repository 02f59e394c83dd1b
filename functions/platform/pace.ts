import type { Caller } from '#domain/kernel/access.ts';
import { paceOf } from '#domain/kernel/pace.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Route } from '#domain/kernel/route.ts';
import { bucketsOf } from './buckets.ts';
import { networkOf } from './client-address.ts';
import { config } from './config.ts';

/** In this process alone: it holds back whoever floods the service, and need not count to one over all of it. */
export const buckets = {
  public: bucketsOf(config.pace.public),
  read: bucketsOf(config.pace.read),
  write: bucketsOf(config.pace.write),
  heavy: bucketsOf(config.pace.heavy),
};

type Asking = { caller: Caller | null; address: string; now: Date };

/** Throws when a signed-in person, or without one a network, asks faster than the class of the route allows. */
export function keepPace(r: Route, { caller, address, now }: Asking): void {
  const pace = paceOf(r);
  if (pace === 'webhook' || pace === 'ways-in') return;
  const waitMs = caller
    ? buckets[pace].take(`${caller.workspaceId}/${caller.memberId}`, now.getTime())
    : buckets.public.take(networkOf(address), now.getTime());
  if (waitMs > 0) throw problems.tooFast(Math.max(1, Math.ceil(waitMs / 1000)));
}
