import { hostname } from 'node:os';
import type { Lease, LeaseStore } from './lease-store.ts';

export type HeldLease = {
  continuation: string | null;
  /** Aborted when another host has taken the range. */
  lost: AbortSignal;
  renew(): Promise<void>;
  checkpoint(continuation: string): Promise<void>;
  release(): Promise<void>;
};

const machine = hostname();

/** Names one host, and where its process can be looked for. */
export const newOwner = () => `${machine}/${process.pid}/${crypto.randomUUID()}`;

/** Takes a range nobody holds. Null when another host holds it, or was faster. */
export async function acquire(
  store: LeaseStore,
  id: string,
  owner: string,
  expirationMs: number,
): Promise<HeldLease | null> {
  const found = await store.find(id);
  if (!found || !isFree(found, owner, expirationMs)) return null;

  const taken = await store.replace({ ...found, owner, renewedAt: new Date().toISOString() });
  return taken && hold(store, taken);
}

function isFree({ owner, renewedAt }: Lease, self: string, expirationMs: number): boolean {
  // Its own name: an answer was lost on the way, or the range was.
  if (owner === null || owner === self) return true;
  return hasDied(owner) || Date.now() - Date.parse(renewedAt) > expirationMs;
}

/** A host that was killed on this machine need not be waited for; Azure waits until the lease expires. */
function hasDied(owner: string): boolean {
  const [host, pid] = owner.split('/');
  if (host !== machine) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch {
    return true;
  }
}

/** Every change is conditional on the last one seen, so changes of one lease go one after the other. */
function hold(store: LeaseStore, taken: Lease): HeldLease {
  const losing = new AbortController();
  let lease = taken;
  let last = Promise.resolve();

  function update(changes: Partial<Pick<Lease, 'owner' | 'continuation'>>): Promise<void> {
    const update = last.then(async () => {
      if (losing.signal.aborted) return;
      const updated = await store.replace({ ...lease, ...changes, renewedAt: new Date().toISOString() });
      if (updated) lease = updated;
      else losing.abort();
    });
    last = update.catch(() => {});
    return update;
  }

  return {
    continuation: taken.continuation,
    lost: losing.signal,
    renew: () => update({}),
    checkpoint: (continuation) => update({ continuation }),
    release: () => update({ owner: null }),
  };
}
