import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestHost } from '../testing/start-app.ts';

const main = `
const on = (name, options) => app.http(name, { authLevel: 'anonymous', ...options });

on('hello', { handler: (request) => ({ jsonBody: { method: request.method, query: request.query.get('q') } }) });
on('echo', { methods: ['POST'], handler: async (request) => ({ body: await request.text() }) });
on('upload', { methods: ['PUT'], handler: async (request) => {
  let bytes = 0;
  for await (const chunk of request.body) bytes += chunk.length;
  return { jsonBody: { bytes } };
} });
on('cookies', { handler: () => ({ status: 204, cookies: [
  { name: 'session', value: 'a b', httpOnly: true, path: '/' }, { name: 'theme', value: 'dark' },
] }) });
on('throws', { handler: () => { throw new Error('The kettle is dry'); } });
on('silent', { handler: () => {} });
on('headers', { handler: (request, context) => ({ jsonBody: {
  agent: request.headers.get('user-agent'), url: request.url, trace: context.traceContext.traceParent, function: context.functionName,
} }) });
on('slow', { handler: () => new Promise((resolve) => setTimeout(() => resolve({ body: 'late' }), 5000)) });
on('counting', { handler: () => ({ body: (async function* () { yield 'one '; yield 'two '; yield 'three'; })() }) });
on('breaks', { handler: () => ({ body: (async function* () { yield 'half '; throw new Error('The rest is gone'); })() }) });
on('options', { route: 'anything', methods: ['OPTIONS', 'HEAD'], handler: (request) => ({ headers: { 'x-method': request.method } }) });
on('task', { route: 'tasks/{taskId:guid}', handler: (request) => ({ jsonBody: { task: request.params.taskId } }) });
on('new-task', { route: 'tasks/new', handler: () => ({ jsonBody: { task: 'new' } }) });
on('page', { route: 'pages/{page:int:min(1)?}', handler: (request) => ({ jsonBody: { ...request.params } }) });
`;

let host: TestHost;
beforeAll(async () => {
  const hostJson = { functionTimeout: '00:00:01' };
  host = await startApp({ main, hostJson, env: { FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: '1000' } });
});
afterAll(() => host[Symbol.asyncDispose]());

const ask = (path: string, init?: RequestInit) => fetch(`${host.url}/api/${path}`, init);

test('a function answers under the route prefix with method and query', async () => {
  expect(await (await ask('hello?q=a%20b')).json()).toEqual({ method: 'GET', query: 'a b' });
});

test('a function sees the headers, the address, the trace and its own name', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const response = await ask('headers?x=1', { headers: { 'user-agent': 'a browser', traceparent } });
  expect(await response.json()).toEqual({
    agent: 'a browser',
    url: `${host.url}/api/headers?x=1`,
    trace: traceparent,
    function: 'headers',
  });
});

test('a function behind a proxy sees the address the browser used', async () => {
  const response = await ask('headers', {
    headers: { 'x-forwarded-host': 'crm.example', 'x-forwarded-proto': 'https' },
  });
  expect(await response.json()).toMatchObject({ url: 'https://crm.example/api/headers' });
});

test('several cookies arrive as several headers', async () => {
  const response = await ask('cookies');
  expect(response.headers.getSetCookie()).toEqual(['session=a%20b; Path=/; HttpOnly', 'theme=dark']);
});

test('a body streams in and streams out', async () => {
  const response = await ask('echo', { method: 'POST', body: 'a letter' });
  expect(await response.text()).toBe('a letter');
  expect(await (await ask('counting')).text()).toBe('one two three');
});

describe('a request no function takes', () => {
  test.each([
    ['an unknown path', 'nothing', 'GET'],
    ['a method the function does not name', 'echo', 'GET'],
    ['HEAD where only GET is named', 'hello', 'HEAD'],
    ['OPTIONS where it is not named', 'hello', 'OPTIONS'],
    ['a parameter that breaks its constraint', 'tasks/17', 'GET'],
    ['a number below its minimum', 'pages/0', 'GET'],
  ])('%s is 404', async (_, path, method) => {
    expect((await ask(path, { method })).status).toBe(404);
  });

  test('outside the prefix it is 404 too', async () => {
    expect((await fetch(`${host.url}/hello`)).status).toBe(404);
  });
});

test.each(['HEAD', 'OPTIONS'])('%s is answered where it is named', async (method) => {
  expect((await ask('anything', { method })).headers.get('x-method')).toBe(method);
});

test('a literal route beats a parameter, and an optional parameter may be absent', async () => {
  const taskId = crypto.randomUUID();
  expect(await (await ask('tasks/new')).json()).toEqual({ task: 'new' });
  expect(await (await ask(`tasks/${taskId}`)).json()).toEqual({ task: taskId });
  expect(await (await ask('pages/2')).json()).toEqual({ page: '2' });
  expect(await (await ask('pages')).json()).toEqual({});
});

describe('a function that fails', () => {
  test('is answered 500 without its words, which are in the log', async () => {
    const response = await ask('throws');
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('');
    await host.said('throws error: Error: The kettle is dry');
  });

  test('and returns nothing is answered 500 and named in the log', async () => {
    expect((await ask('silent')).status).toBe(500);
    await host.said('silent error: The function returned no response.');
  });

  test('in the middle of its answer cuts the connection', async () => {
    await expect(ask('breaks').then((response) => response.text())).rejects.toThrow(/fetch failed|terminated/);
  });

  test('over functionTimeout is answered 500', async () => {
    expect((await ask('slow')).status).toBe(500);
    await host.said('slow error: Error: Over the functionTimeout of 1000 ms.');
  });
});

describe('a body over the limit', () => {
  test('is 413 when its length is declared', async () => {
    expect((await ask('upload', { method: 'PUT', body: 'x'.repeat(1001) })).status).toBe(413);
  });

  test('is 413 when its length shows only while it is read', async () => {
    const request = httpRequest(`${host.url}/api/upload`, { method: 'PUT' });
    request.write('x'.repeat(600));
    request.end('x'.repeat(600));
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(413);
  });

  test('is taken when it is just as long as allowed', async () => {
    const response = await ask('upload', { method: 'PUT', body: 'x'.repeat(1000) });
    expect(await response.json()).toEqual({ bytes: 1000 });
  });
});

test('a caller that leaves in the middle of an upload is no harm', async () => {
  const request = httpRequest(`${host.url}/api/cookies`, { method: 'POST' });
  request.on('error', () => {});
  request.write('x'.repeat(100));
  await once(request, 'response');
  request.destroy();
  expect((await ask('hello')).status).toBe(200);
});

test('each invocation is one line: name, outcome, milliseconds', async () => {
  await ask('cookies');
  expect(await host.said(' cookies 204')).toMatch(/^\d\d:\d\d:\d\d\.\d{3} cookies 204 \d+ms$/);
});

test('the host says that it runs', async () => {
  expect(await (await fetch(`${host.url}/admin/host/status`)).json()).toMatchObject({ state: 'Running' });
});
