import { rm } from 'node:fs/promises';
import { expect } from 'vitest';
import { startFunctionsHost, type FunctionsHost } from '../server.ts';
import { appFolder, type App } from './app-folder.ts';

export type TestHost = FunctionsHost & AsyncDisposable & { lines: string[]; said(text: string): Promise<string> };

type Options = { env?: Record<string, string>; grace?: number; port?: number };

/** Starts an app of its own for a test. `await using` ends it, and its folder with it. */
export async function startApp({ main, hostJson, ...options }: App & Options): Promise<TestHost> {
  const folder = await appFolder({ main, ...(hostJson && { hostJson }) });
  const removed = () => rm(folder, { recursive: true, force: true });
  const host = await startFolder(folder, options).catch(async (error: unknown) => {
    await removed();
    throw error;
  });
  return { ...host, [Symbol.asyncDispose]: () => host[Symbol.asyncDispose]().then(removed) };
}

/** Starts an app that is there: the second host of one folder. */
export async function startFolder(app: string, { env = {}, grace = 10, port = 0 }: Options = {}): Promise<TestHost> {
  const lines: string[] = [];
  const host = await startFunctionsHost({ app, port, env, grace, log: (line) => lines.push(line) });
  return {
    ...host,
    lines,
    /** The first line with the text, as soon as it is logged. */
    async said(text) {
      const find = () => lines.find((line) => line.includes(text));
      await expect.poll(find, { timeout: 20_000, message: `a log line with "${text}"` }).toBeDefined();
      return find() ?? '';
    },
    [Symbol.asyncDispose]: () => host.kill(),
  };
}
