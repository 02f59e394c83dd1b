import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.ts';
import { freePorts } from '../local/ports.ts';
import { startStack } from '../local/stack.ts';

/** The built product, whole, on free ports and in a folder of its own. */
export async function startProduct() {
  await build();
  const dir = await mkdtemp(join(tmpdir(), 'starone-'));
  const stack = await startStack({ dir, ports: freePorts, log: () => undefined });
  return {
    ...stack,
    async close(): Promise<void> {
      await stack.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
