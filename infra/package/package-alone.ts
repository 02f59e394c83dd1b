import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.ts';

const built = join(import.meta.dirname, '../../dist/api');

/** What is deployed, in an empty folder: no repository around it, no packages beside it but its own. */
export async function packageAlone() {
  await build();
  const folder = await mkdtemp(join(tmpdir(), 'starone-package-'));
  await cp(built, folder, { recursive: true });
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
