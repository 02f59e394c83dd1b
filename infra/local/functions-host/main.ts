/** The host as a program: `node main.ts --app <folder> --port <n>`. App settings are its environment. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hostLog, textOf } from './log.ts';

// Before the host and the app are loaded: compiling them is most of a start.
enableCompileCache();
const { startHost } = await import('./host.ts');

const { values } = parseArgs({
  options: {
    app: { type: 'string', default: '.' },
    port: { type: 'string', default: '7071' },
    // Seconds that running functions get to end when the host is told to stop.
    grace: { type: 'string', default: '10' },
  },
});

// Nobody may be left to read what a stopping host says.
process.stdout.on('error', () => {});

try {
  const host = await startHost({
    app: path.resolve(values.app),
    port: Number(values.port),
    settings: process.env,
    graceMs: Number(values.grace) * 1000,
  });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= host.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // A parent that died without a word must leave nothing behind.
  process.once('disconnect', stop);
  process.stdout.write(`functions host ready on ${host.url}\n`);
  // A host that is killed would not keep it.
  flushCompileCache();
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  hostLog('critical', textOf(error));
  process.exit(1);
}
