import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Hub } from './hub.ts';
import { type ReplayBuffer, type ReplayLimits, replayBuffer } from './replay-buffer.ts';

export const subprotocols = { json: 'json.webpubsub.azure.v1', reliable: 'json.reliable.webpubsub.azure.v1' };

export type Connection = {
  readonly id: string;
  readonly hub: Hub;
  readonly userId: string | undefined;
  readonly subprotocol: string | undefined;
  readonly roles: Set<string>;
  readonly groups: Set<string>;
  readonly reconnectionToken: string;
  /** Only a reliable connection has one, and so outlives its socket. */
  readonly replay: ReplayBuffer | null;
  readonly handledAckIds: Set<number>;
  socket: WebSocket | null;
  /** Ends the session of a client that does not come back. */
  expiry: NodeJS.Timeout | undefined;
  hasEnded: boolean;
  /** What the upstream last asked to be told again (`ce-connectionState`). */
  state: string | undefined;
  eventCount: number;
  /** Frames and upstream notices of one connection are handled one after the other. */
  work: Promise<unknown>;
};

type NewConnection = Pick<Connection, 'id' | 'hub' | 'userId' | 'subprotocol' | 'state' | 'eventCount'> & {
  roles: string[];
  limits: ReplayLimits;
};

export const newId = () => randomBytes(24).toString('base64url');

export const newConnection = ({ roles, limits, ...identity }: NewConnection): Connection => ({
  ...identity,
  roles: new Set(roles),
  groups: new Set(),
  reconnectionToken: newId(),
  replay: identity.subprotocol === subprotocols.reliable ? replayBuffer(limits) : null,
  handledAckIds: new Set(),
  socket: null,
  expiry: undefined,
  hasEnded: false,
  work: Promise.resolve(),
});

/** A plain socket carries bare data: no frames, no acknowledgements. */
export const isPlain = ({ subprotocol }: Connection): boolean =>
  subprotocol !== subprotocols.json && subprotocol !== subprotocols.reliable;

/** Frames about the connection itself have no sequence id and are not replayed. */
export function sendControl({ socket }: Connection, frame: object): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
}
