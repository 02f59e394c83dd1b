import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { portsInUse } from '../local/ports-in-use.ts';
import type { Ports } from '../local/ports.ts';

/** Where the parts of a running product are; the same after every start on the same ports. */
export type Addresses = {
  origin: string;
  api: string;
  mailUrl: string;
  stripeUrl: string;
  cosmos: string;
  storage: string;
};
export type ProductProcess = Awaited<ReturnType<typeof startProductProcess>>;

/** Starts the built product in processes of its own: stand-ins and site, functions host, azurite. */
export async function startProductProcess({ dir, ports }: { dir: string; ports: Ports }) {
  const main = join(import.meta.dirname, 'stack-process.ts');
  // Detached makes it a group, so that one signal meets all its processes in the same moment.
  const child = spawn(process.execPath, [main, dir, JSON.stringify(ports)], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const failed = gone.then(([code]) => Promise.reject(new Error(`The product ended with ${code} at its start.`)));
  const [addresses] = (await Promise.race([once(child, 'message'), failed])) as [Addresses];
  failed.catch(() => {});

  return {
    ...addresses,
    /** kill -9 of everything; resolves when nothing is left. */
    async kill(): Promise<void> {
      process.kill(-child.pid!, 'SIGKILL');
      await gone;
      while ((await portsInUse(ports)).length > 0) await wait(10);
    },
    async close(): Promise<void> {
      child.disconnect();
      await gone;
    },
  };
}
