import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs a file of `children/` as a process of its own with a fresh folder, and answers what it sends first: the server
 * and its client must not share a thread, or each would wait for the other.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows what this child sends
export async function startChild<Ready>(name: string, ...options: string[]) {
  const dir = await mkdtemp(join(tmpdir(), 'starone-bench-'));
  const child = fork(join(import.meta.dirname, 'children', name), [dir, ...options]);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${name} ended before it was ready.`);
  });
  const [ready] = (await Promise.race([once(child, 'message'), ended])) as [Ready];
  ended.catch(() => undefined);

  return {
    ready,
    async [Symbol.asyncDispose](): Promise<void> {
      if (child.connected) {
        child.send('stop');
        await once(child, 'exit');
      }
      await rm(dir, { recursive: true, force: true });
    },
  };
}
