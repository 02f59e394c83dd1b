import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type FunctionsHost = {
  url: string;
  pid: number;
  /** Lets running functions end, then resolves when the process is gone. */
  close(): Promise<void>;
  /** kill -9: nothing is finished, nothing given back. */
  kill(): Promise<void>;
};

type Options = {
  /** The folder with host.json and package.json. */
  app: string;
  port: number;
  /** The app settings. The child sees these and what a process needs to run, nothing else of ours. */
  env: Record<string, string>;
  /** Seconds running functions get to end at `close`. */
  grace?: number;
  log?: (line: string) => void;
};

const ready = /^functions host ready on (http:\S+)$/;

/** Starts an app in a process of its own. Fails with what the process said when it ends before it is ready. */
export async function startFunctionsHost({
  app,
  port,
  env,
  grace = 10,
  log = () => {},
}: Options): Promise<FunctionsHost> {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', main, '--app', app, '--port', String(port), '--grace', String(grace)],
    {
      env: { ...inherited(), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const gone = once(child, 'close').then(() => {});
  const url = await urlOf(child, log);

  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return { url, pid: child.pid ?? 0, close: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function urlOf(child: ChildProcess, log: (line: string) => void): Promise<string> {
  const said: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      log(line);
      const url = ready.exec(line)?.[1];
      if (url) resolve(url);
    });
  }
  child.once('error', reject);
  child.once('close', (code) => reject(new Error(`The functions host ended with ${code}:\n${said.join('\n')}`)));
  return promise;
}

const inherited = () =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
