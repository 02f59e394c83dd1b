import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BlobServiceClient } from '@azure/storage-blob';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAzurite, type Azurite } from '../../azurite/server.ts';
import { startApp, type TestHost } from '../testing/start-app.ts';

let dir: string;
let azurite: Azurite;
let env: Record<string, string>;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'timer-'));
  azurite = await startAzurite({ blobPort: 0, queuePort: 0, dir });
  env = { AzureWebJobsStorage: azurite.connectionString };
});
afterAll(async () => {
  await azurite.close();
  await rm(dir, { recursive: true, force: true });
});

const statusBlob = (functionName: string) =>
  BlobServiceClient.fromConnectionString(azurite.connectionString)
    .getContainerClient('azure-webjobs-hosts')
    .getBlockBlobClient(`timers/local/Host.Functions.${functionName}/status`);

const runNow = (host: TestHost, name: string) => fetch(`${host.url}/admin/functions/${name}`, { method: 'POST' });

test('a timer runs by its schedule, which may be a setting', async () => {
  await using host = await startApp({
    main: `app.timer('tick', { schedule: '%EVERY%', handler: (timer, context) => context.log('tick', timer.isPastDue) });`,
    env: { EVERY: '* * * * * *' },
  });

  const ticks = () => host.lines.filter((line) => line.endsWith('tick tick false'));
  await expect.poll(() => ticks().length, { timeout: 5000 }).toBeGreaterThan(1);
});

test('a slow timer keeps its status, and knows after a restart that it missed a run', async () => {
  const main = `app.timer('nightly', { schedule: '0 0 3 * * *', handler: (timer, context) => context.log(JSON.stringify(timer)) });`;
  {
    await using host = await startApp({ main, env });
    await host.close();
  }
  const missed = {
    Last: '2026-01-01T03:00:00.000Z',
    Next: '2026-01-02T03:00:00.000Z',
    LastUpdated: '2026-01-01T03:00:00.000Z',
  };
  const body = JSON.stringify(missed);
  await statusBlob('nightly').upload(body, body.length);

  await using host = await startApp({ main, env });
  expect(await host.said('"isPastDue":true')).toContain('"next":"2026-01-02T03:00:00.000Z"');
  await expect
    .poll(async () => JSON.parse(String(await statusBlob('nightly').downloadToBuffer())).Next)
    .toSatisfy((next: string) => new Date(next) > new Date());
});

test('runOnStartup runs at once, and the admin API when it is asked', async () => {
  await using host = await startApp({
    main: `let n = 0; app.timer('sweep', { schedule: '0 0 3 * * *', runOnStartup: true, handler: (timer, context) => context.log('run', ++n) });`,
    env,
  });
  await host.said('run 1');

  expect((await runNow(host, 'sweep')).status).toBe(202);
  await host.said('run 2');
  expect((await runNow(host, 'nothing')).status).toBe(404);
});

test('a failing timer is tried again as its policy says, and then left', async () => {
  await using host = await startApp({
    main: `app.timer('flaky', { schedule: '0 0 3 * * *', useMonitor: false, runOnStartup: true,
      retry: { strategy: 'fixedDelay', maxRetryCount: 2, delayInterval: 0 },
      handler: (timer, context) => {
        context.log('attempt', context.retryContext?.retryCount ?? 0, context.retryContext?.exception?.message ?? '-');
        throw new Error('No luck');
      } });`,
  });

  await host.said('attempt 2 No luck');
  await expect.poll(() => host.lines.filter((line) => line.includes('flaky failed')).length).toBe(3);
  expect(host.lines.find((line) => line.includes('attempt 0'))).toContain('attempt 0 -');
});

test('a stopping host lets a running timer end, and tells the app', async () => {
  await using host = await startApp({
    main: `app.hook.appTerminate(() => console.log('goodbye'));
      app.timer('long', { schedule: '0 0 3 * * *', useMonitor: false, runOnStartup: true, handler: async (timer, context) => {
        context.log('begun');
        await new Promise((resolve) => setTimeout(resolve, 500));
        context.log('ended');
      } });`,
  });
  await host.said('begun');

  await host.close();
  expect(host.lines.join('\n')).toMatch(/ended[^]*goodbye/);
});

test('a stopping host does not wait longer than its grace', async () => {
  await using host = await startApp({
    main: `app.timer('endless', { schedule: '0 0 3 * * *', useMonitor: false, runOnStartup: true,
      handler: (timer, context) => { context.log('begun'); return new Promise(() => {}); } });`,
    grace: 0.2,
  });
  await host.said('begun');

  await expect(host.close()).resolves.toBeUndefined();
});
