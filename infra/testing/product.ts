import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.ts';
import { freePorts } from '../local/ports.ts';
import { startStack } from '../local/stack.ts';
import { leaksIn, personalDataIn } from './personal-data.ts';

/**
 * The built product, whole, on free ports and in a folder of its own. When it is closed, nothing of what was stored
 * meanwhile may stand in its log, nor in what Application Insights was told.
 */
export async function startProduct() {
  await build();
  const dir = await mkdtemp(join(tmpdir(), 'starone-'));
  const log = createWriteStream(join(dir, 'functions.log'));
  const stack = await startStack({ dir, ports: freePorts, log: (line) => log.write(`${line}\n`) });
  return {
    ...stack,
    log: String(log.path),
    async close(): Promise<void> {
      const known = await personalDataIn(stack.azure.cosmos.connectionString);
      await stack.close();
      await new Promise<void>((done) => log.end(done));
      const files = [String(log.path), stack.azure.insights.file];
      const said = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
      await rm(dir, { recursive: true, force: true });
      const leaks = leaksIn(said, known);
      if (leaks.length > 0) throw new Error(`Personal data stands in the log or in telemetry:\n${leaks.join('\n')}`);
    },
  };
}
