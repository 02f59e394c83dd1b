import { type Connection, isPlain, sendControl } from './connection.ts';
import { enter, join, quit } from './hub.ts';
import { jsonPayload } from './message.ts';
import type { Service } from './service.ts';

export function beginSession(service: Service, connection: Connection, groups: string[]): void {
  enter(connection);
  for (const group of groups) join(connection, group);
  inOrder(connection, () => service.upstream.tell(connection, { kind: 'sys', name: 'connected' }, jsonPayload('{}')));
}

/** Ends the session for good: the client cannot recover it. `code` closes the socket if it is still open. */
export function endSession(service: Service, connection: Connection, reason: string, code?: number): void {
  if (connection.hasEnded) return;
  forgetSession(connection);
  if (code !== undefined) sayGoodbye(connection, reason, code);
  const body = jsonPayload(JSON.stringify({ reason }));
  inOrder(connection, () => service.upstream.tell(connection, { kind: 'sys', name: 'disconnected' }, body));
}

/** The client gets the recovery window to come back. */
export function awaitRecovery(service: Service, connection: Connection): void {
  connection.socket = null;
  const { recoveryMs } = service.limits;
  connection.expiry = setTimeout(() => endSession(service, connection, 'The client did not come back.'), recoveryMs);
}

/** As when the service loses it: neither the client nor the upstream is told. */
export function forgetSession(connection: Connection): void {
  connection.hasEnded = true;
  clearTimeout(connection.expiry);
  quit(connection);
}

/** A close frame holds this much. */
const closeReasonBytes = 123;

function sayGoodbye(connection: Connection, reason: string, code: number): void {
  if (!isPlain(connection)) sendControl(connection, { type: 'system', event: 'disconnected', message: reason });
  const bytes = Buffer.alloc(closeReasonBytes);
  // Stops before a letter that does not fit, where cutting the bytes would halve it.
  const { written } = new TextEncoder().encodeInto(reason, bytes);
  connection.socket?.close(code, bytes.subarray(0, written));
}

/** Steps of one connection never overlap. */
export function inOrder(connection: Connection, step: () => Promise<unknown>): void {
  connection.work = connection.work.then(step);
}
