import type { RawData, WebSocket } from 'ws';
import { handleData } from './client-frames.ts';
import { type Connection, isPlain, sendControl } from './connection.ts';
import type { Service } from './service.ts';
import { awaitRecovery, endSession, inOrder } from './sessions.ts';

/** The socket went away without a close frame: the one ending a reliable client may recover from. */
const abnormalClose = 1006;

/** Makes this the socket of the connection, first or again: what the client has not acknowledged is sent again. */
export function attach(service: Service, connection: Connection, socket: WebSocket): void {
  clearTimeout(connection.expiry);
  connection.socket?.terminate();
  connection.socket = socket;

  if (!isPlain(connection)) {
    const { id, userId, replay, reconnectionToken } = connection;
    const token = replay && { reconnectionToken };
    sendControl(connection, { type: 'system', event: 'connected', userId, connectionId: id, ...token });
  }
  for (const frame of connection.replay?.unacknowledged() ?? []) socket.send(frame);

  socket.on('error', () => socket.terminate());
  socket.on('message', (data, isBinary) => receive(service, connection, data, isBinary));
  socket.on('close', (code, reason) => {
    if (connection.socket !== socket || connection.hasEnded) return;
    if (connection.replay && code === abnormalClose) awaitRecovery(service, connection);
    else endSession(service, connection, reason.toString() || `The client closed with ${code}.`);
  });
}

function receive(service: Service, connection: Connection, data: RawData, isBinary: boolean): void {
  const due = service.faults.pause('frame');
  inOrder(connection, async () => {
    await due;
    await handleData(service, connection, bufferOf(data), isBinary).catch((error: unknown) => {
      endSession(service, connection, String(error), 1011);
    });
  });
}

const bufferOf = (data: RawData): Buffer =>
  Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data);
