import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Binds to this machine only. Port 0 takes a free one; the answer is the port taken. */
export async function listen(server: Server, port: number): Promise<number> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('The local Azure refuses to start in production.');
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Ends open connections too: a test or Ctrl+C must not wait for a keep-alive. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
