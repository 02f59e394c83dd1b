import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, onTestFinished, test } from 'vitest';
import { appFolder } from './testing/app-folder.ts';
import { startApp, startFolder } from './testing/start-app.ts';

const hello = `app.http('hello', { handler: () => ({ body: 'hi' }) });`;

test('an app bundled into one ESM file runs without node_modules', async () => {
  const source = await appFolder({ main: hello });
  const bundled = await mkdtemp(path.join(tmpdir(), 'functions-bundle-'));
  onTestFinished(() => Promise.all([source, bundled].map((folder) => rm(folder, { recursive: true }))).then(() => {}));
  await build({
    entryPoints: [path.join(source, 'main.mjs')],
    outfile: path.join(bundled, 'main.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    external: ['@azure/functions-core'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  for (const file of ['host.json', 'package.json']) await cp(path.join(source, file), path.join(bundled, file));

  await using host = await startFolder(bundled);
  expect(await (await fetch(`${host.url}/api/hello`)).text()).toBe('hi');
});

test('a CommonJS app runs, from all the files "main" names', async () => {
  const folder = await appFolder({ main: hello });
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ main: '{main.mjs,more/*.cjs}' }));
  await mkdir(path.join(folder, 'more'));
  await writeFile(
    path.join(folder, 'more', 'bye.cjs'),
    `require('@azure/functions').app.http('bye', { handler: () => ({ body: 'bye' }) });`,
  );

  await using host = await startFolder(folder);
  expect(await (await fetch(`${host.url}/api/hello`)).text()).toBe('hi');
  expect(await (await fetch(`${host.url}/api/bye`)).text()).toBe('bye');
});

test('hooks run around the function, may change what it gets and says, and share their data', async () => {
  await using host = await startApp({
    main: `app.hook.appStart(() => console.log('started'));
      app.hook.preInvocation((context) => {
        context.hookData.before = 'before';
        context.functionHandler = (handler => (request, invocation) => handler(request, invocation, 'changed'))(context.functionHandler);
      });
      app.hook.postInvocation((context) => {
        context.result = { body: [context.hookData.before, context.result.body, context.error].join(' ') };
      });
      app.hook.log((context) => { context.message = context.message.toUpperCase(); });
      app.http('hooked', { handler: (request, context, extra) => { context.warn('quiet'); return { body: extra }; } });`,
  });

  expect(await (await fetch(`${host.url}/api/hooked`)).text()).toBe('before changed ');
  expect(host.lines.join('\n')).toMatch(/started[^]*hooked warning: QUIET/);
});

test('the app sees its settings and nothing else of the caller', async () => {
  process.env['SECRET_OF_THE_CALLER'] = 'x';
  onTestFinished(() => void delete process.env['SECRET_OF_THE_CALLER']);
  await using host = await startApp({
    main: `app.http('settings', { handler: () => ({ jsonBody: [process.env.COLOUR, process.env.SECRET_OF_THE_CALLER] }) });`,
    env: { COLOUR: 'green' },
  });

  expect(await (await fetch(`${host.url}/api/settings`)).json()).toEqual(['green', null]);
});

test('a host whose parent was killed ends too', async () => {
  const folder = await appFolder({ main: hello });
  onTestFinished(() => rm(folder, { recursive: true }));
  const server = new URL('server.ts', import.meta.url).href;
  const start = `const { startFunctionsHost } = await import(${JSON.stringify(server)});
    console.log((await startFunctionsHost({ app: ${JSON.stringify(folder)}, port: 0, env: {} })).pid);`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', start]);
  const [pid] = await once(parent.stdout, 'data');
  const isAlive = () => {
    try {
      return process.kill(Number(pid), 0);
    } catch {
      return false;
    }
  };
  expect(isAlive()).toBe(true);

  parent.kill('SIGKILL');
  await expect.poll(isAlive, { timeout: 10_000 }).toBe(false);
});

test('host.json says the route prefix and how much is logged', async () => {
  await using host = await startApp({
    main: `app.http('hello', { handler: (request, context) => { context.debug('small'); return { body: 'hi' }; } });`,
    hostJson: { extensions: { http: { routePrefix: '' } }, logging: { logLevel: { default: 'Debug' } } },
  });

  expect((await fetch(`${host.url}/hello`)).status).toBe(200);
  expect((await fetch(`${host.url}/api/hello`)).status).toBe(404);
  expect(await host.said('hello debug: small')).toBeDefined();
});

test('the lines of functions have a level of their own, and an app setting stands for a value of host.json', async () => {
  const main = `${hello}
    app.http('quiet', { handler: (request, context) => { context.error('never'); return { body: 'hi' }; } });`;
  const logging = { logLevel: { default: 'Information', Function: 'None' } };
  const linesOf = async (env: Record<string, string>) => {
    await using host = await startApp({ main, hostJson: { logging }, env });
    await fetch(`${host.url}/api/quiet`);
    await host.close();
    return host.lines.filter((line) => line.includes('quiet'));
  };
  expect(await linesOf({})).toEqual([]);
  const shown = await linesOf({ AzureFunctionsJobHost__logging__logLevel__Function: 'Information' });
  expect(shown.join()).toContain('error: never');
});

describe('the host refuses to start', () => {
  const timer = (options: string) => `app.timer('t', { schedule: '0 0 3 * * *', handler: () => {}, ${options} });`;

  test.each<[string, { main: string; hostJson?: object }, RegExp]>([
    ['an app that throws while it loads', { main: `throw new Error('No soup');` }, /No soup/],
    ['an app without functions', { main: '' }, /registers no function/],
    ['an app that does not stream', { main: `${hello} app.setup({ enableHttpStream: false });` }, /enableHttpStream/],
    ['two functions of one name', { main: hello + hello }, /already been registered/],
    [
      'a trigger it does not know',
      { main: `app.storageBlob('b', { path: 'x/{name}', connection: 'S', handler: () => {} });` },
      /b cannot start: the trigger blobTrigger/,
    ],
    [
      'an output it does not know',
      { main: timer(`return: output.storageQueue({ queueName: 'q', connection: 'S' })`) },
      /t has an output of type queue/,
    ],
    [
      'an input it does not know',
      { main: timer(`extraInputs: [input.storageBlob({ path: 'x', connection: 'S' })]`) },
      /t has an input of type blob/,
    ],
    ['an option it does not know', { main: timer('useMonitr: true') }, /Unrecognized key: "useMonitr"/],
    ['a schedule that never comes', { main: timer('').replace('0 0 3 * * *', '0 0 0 30 2 *') }, /never comes/],
    ['a setting that is not there', { main: timer('').replace('0 0 3 * * *', '%WHEN%') }, /app setting %WHEN%/],
    ['a timer with nowhere to keep its status', { main: timer('') }, /AzureWebJobsStorage/],
    ['a function key', { main: hello.replace('{ handler', `{ authLevel: 'function', handler`) }, /no function keys/],
    ['a route it cannot read', { main: hello.replace('{ handler', `{ route: '{id:colour}', handler`) }, /"colour"/],
    [
      'a host.json setting it would not obey',
      { main: hello, hostJson: { extensions: { http: { customHeaders: {} } } } },
      /customHeaders/,
    ],
    ['a time that is none', { main: hello, hostJson: { functionTimeout: '5 minutes' } }, /not a time like/],
  ])('%s', async (_, app, reason) => {
    await expect(startApp(app)).rejects.toThrow(reason);
  });

  test('a port that is taken', async () => {
    await using host = await startApp({ main: hello });
    const folder = await appFolder({ main: hello });
    onTestFinished(() => rm(folder, { recursive: true }));
    await expect(startFolder(folder, { port: Number(new URL(host.url).port) })).rejects.toThrow(/EADDRINUSE/);
  });
});
