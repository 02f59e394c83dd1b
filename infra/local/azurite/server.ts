import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';

export type Azurite = {
  connectionString: string;
  close(): Promise<void>;
  /** kill -9: what was answered is kept all the same. */
  kill(): Promise<void>;
};

type Options = { blobPort: number; queuePort: number; tablePort?: number; dir: string };

/** The account and key every local storage emulator uses: public, and good for nothing else. */
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const preload = new URL('preload.ts', import.meta.url).href;

/** Azure Storage on this machine: the real azurite, in a process of its own. A port of 0 takes a free one. */
export async function startAzurite({ blobPort, queuePort, tablePort = 0, dir }: Options): Promise<Azurite> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('The local Azure refuses to start in production.');

  const main = createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js');
  const hosts = ['--blobHost', '--queueHost', '--tableHost'].flatMap((option) => [option, '127.0.0.1']);
  const ports = ['--blobPort', blobPort, '--queuePort', queuePort, '--tablePort', tablePort].map(String);
  const rest = ['--location', dir, '--silent', '--disableTelemetry', '--skipApiVersionCheck'];
  const child = spawn(process.execPath, ['--import', preload, main, ...hosts, ...ports, ...rest]);
  const gone = once(child, 'exit').then(() => {});

  const said: string[] = [];
  const urls = new Map<string, string>();
  const { promise: allListen, resolve, reject } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      const [, service, url] = /^Azurite (\w+) service is successfully listening at (\S+)$/.exec(line) ?? [];
      if (service && url) urls.set(service, url);
      if (urls.size === 3) resolve();
    });
  }
  child.once('close', (code) => reject(new Error(`azurite ended with ${code}:\n${said.join('\n')}`)));
  await allListen;

  return {
    connectionString: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${account}`,
      `AccountKey=${key}`,
      ...[...urls].map(([service, url]) => `${service}Endpoint=${url}/${account}`),
    ].join(';'),
    async close() {
      child.stdin.end();
      await gone;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** What Bicep makes in Azure: blob containers and queues. Those that are there stay as they are. */
export async function createStorage(
  connectionString: string,
  { containers, queues }: { containers: string[]; queues: string[] },
) {
  const blobs = BlobServiceClient.fromConnectionString(connectionString);
  const queueService = QueueServiceClient.fromConnectionString(connectionString);
  await Promise.all([
    ...containers.map((name) => blobs.getContainerClient(name).createIfNotExists()),
    ...queues.map((name) => queueService.getQueueClient(name).createIfNotExists()),
  ]);
}
