import type { Connection } from './connection.ts';
import type { Struck } from './faults.ts';
import { type Hub, newHub } from './hub.ts';
import type { ReplayLimits } from './replay-buffer.ts';
import type { Upstream } from './upstream.ts';

export type Limits = ReplayLimits & {
  /** Of all hubs together. */
  connections: number;
  /** How long a reliable session waits for its client. */
  recoveryMs: number;
  /** Of one frame or one REST body. */
  messageBytes: number;
};

/** Azure's figures for one unit. */
export const azureLimits: Limits = {
  connections: 1000,
  recoveryMs: 30_000,
  unackedMessages: 1000,
  unackedBytes: 16 * 1024 * 1024,
  messageBytes: 1024 * 1024,
};

/** All that the parts of the endpoint share. */
export type Service = {
  /** Either key signs and checks, so that one can be changed while the other works. */
  readonly keys: readonly [string, ...string[]];
  readonly limits: Limits;
  readonly upstream: Upstream;
  readonly faults: Struck;
  readonly hubs: Map<string, Hub>;
};

/** Azure does not tell `Crm` from `crm`. */
export function hubNamed({ hubs }: Service, name: string): Hub {
  const key = name.toLowerCase();
  const hub = hubs.get(key) ?? newHub(key);
  hubs.set(key, hub);
  return hub;
}

export const connectionsOf = ({ hubs }: Service): Connection[] =>
  [...hubs.values()].flatMap((hub) => [...hub.connections.values()]);
