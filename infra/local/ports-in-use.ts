import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Ports } from './ports.ts';

/** The names of the ports that somebody else holds. */
export async function portsInUse(ports: Ports): Promise<(keyof Ports)[]> {
  const names = Object.keys(ports) as (keyof Ports)[];
  const states = await Promise.all(names.map(async (name) => ({ name, isFree: await isFree(ports[name]) })));
  return states.filter(({ isFree }) => !isFree).map(({ name }) => name);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
