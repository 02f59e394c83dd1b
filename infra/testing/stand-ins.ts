import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startAzure } from '../local/azure.ts';
import { freePorts } from '../local/ports.ts';
import { makeTownFile } from '../places/compile-towns.ts';

declare module 'vitest' {
  interface ProvidedContext {
    settings: Record<string, string>;
    mailUrl: string;
  }
}

/** vitest's global setup: the stand-ins once for a run, each test in its own fresh workspace. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await makeTownFile();
  const dir = await mkdtemp(join(tmpdir(), 'starone-'));
  const azure = await startAzure({ dir, ports: freePorts });
  project.provide('settings', { ...azure.settings, ...azure.noWayOut, PUBLIC_ORIGIN: 'http://localhost:4280' });
  project.provide('mailUrl', azure.mail.url);
  return async () => {
    await azure.close();
    await rm(dir, { recursive: true, force: true });
  };
}
