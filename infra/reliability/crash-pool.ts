import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Order } from './crash-child.ts';
import { isCosmosWrite, isStripeWrite, type Moment, startTap } from './write-tap.ts';

type Settings = Record<string, string>;
/** `killed` at the write asked for, or `done` before it came to that one. */
export type End = 'killed' | 'done';

/** Processes that work on one order each, with a tap before the stores that kills them at the write one asks for. */
export async function startCrashPool(settings: Settings & { COSMOS: string; STRIPE_API: string }) {
  const dir = await mkdtemp(join(tmpdir(), 'starone-crash-'));
  const outfile = join(dir, 'crash-child.mjs');
  // As one file a process is up in a third of a second.
  await build({
    absWorkingDir: join(import.meta.dirname, '../..'),
    entryPoints: ['infra/reliability/crash-child.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: ['sharp'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });

  let seen = 0;
  let kill: { point: number; moment: Moment; child: ChildProcess } | null = null;
  const watch = () => {
    const point = ++seen;
    return async (moment: Moment): Promise<void> => {
      if (!kill || kill.point !== point || kill.moment !== moment) return;
      kill.child.kill('SIGKILL');
      await once(kill.child, 'exit');
      throw new Error('Its caller is gone.');
    };
  };
  const cosmosUrl = /AccountEndpoint=([^;]+)/.exec(settings.COSMOS)![1]!;
  const cosmos = await startTap(cosmosUrl, isCosmosWrite, watch);
  const stripe = await startTap(settings.STRIPE_API, isStripeWrite, watch);
  const env = {
    ...process.env,
    ...settings,
    COSMOS: settings.COSMOS.replace(cosmosUrl, `${cosmos.url}/`),
    STRIPE_API: stripe.url,
  };

  const start = () => {
    const child = fork(outfile, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    return { child, ready: once(child, 'message') };
  };
  let next = start();

  return {
    /** Works on the order in a process that dies at this write; the first is 1. */
    async run(order: Order, point: number, moment: Moment): Promise<End> {
      const { child, ready } = next;
      await ready;
      next = start();
      seen = 0;
      kill = { point, moment, child };
      const ended = Promise.race([once(child, 'exit'), once(child, 'message')]);
      child.send(order);
      const [said] = (await ended) as [unknown];
      kill = null;
      if (typeof said === 'string' && said.startsWith('failed')) throw new Error(said);
      child.kill('SIGKILL');
      return said === 'done' ? 'done' : 'killed';
    },
    async close(): Promise<void> {
      next.child.kill('SIGKILL');
      await Promise.all([cosmos.close(), stripe.close()]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
