import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close, listen } from '../listen.ts';
import { startWeb } from './server.ts';

const script = `console.log('${'a word '.repeat(200)}');`;
const files: Record<string, string> = {
  'site/index.html': 'the page',
  'site/assets/app-1a2b.js': script,
  'site/assets/dot.png': 'the bytes of a picture',
  'site/notes.csv': 'a,b',
  'site/staticwebapp.config.json': '{}',
  'site-secret/key.txt': 'a secret',
  'above.txt': 'a secret',
};
const config = {
  navigationFallback: { rewrite: '/index.html', exclude: ['/assets/*', '/*.{png,ico}'] },
  routes: [
    { route: '/index.html', headers: { 'X-Rule': 'first' } },
    { route: '/assets/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable', 'X-Everywhere': '' } },
    { route: '/assets/*.js', headers: { 'X-Rule': 'never the second' } },
  ],
  globalHeaders: { 'Cache-Control': 'no-cache', 'X-Everywhere': 'yes' },
  mimeTypes: { '.csv': 'text/csv' },
};

let dir: string;
let web: Awaited<ReturnType<typeof startWeb>>;
let heard: IncomingMessage | undefined;
// Answers before it has read anything, as an API does that refuses a body for its length.
const api = createServer((asked, response) => {
  heard = asked;
  response.writeHead(413).end('too large');
});

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'starone-'));
  for (const folder of ['site/assets', 'site-secret']) await mkdir(join(dir, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
  const port = await listen(api, 0);
  const site = join(dir, 'site');
  web = await startWeb({ port: 0, site, config: JSON.stringify(config), api: () => `http://127.0.0.1:${port}` });
});
afterAll(async () => {
  await web.close();
  await close(api);
  await rm(dir, { recursive: true, force: true });
});

/** As it stands on the wire: no path is tidied, nothing is decompressed. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = new URL(web.origin);
  const sent = request({ hostname: '127.0.0.1', port, path, headers, method }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const bytes = await buffer(answer);
  return { status: answer.statusCode, headers: answer.headers, bytes, body: bytes.toString() };
}

test.each(['//', '/%ff', '/%e0%a4%a', '/%zz'])('%s is no address, and the server goes on', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 400 });
  expect(await ask('/')).toMatchObject({ status: 200, body: 'the page' });
});

describe('nothing outside the site is sent', () => {
  const paths = [
    '/../above.txt',
    '/..%2fabove.txt',
    '/%2e%2e/above.txt',
    '/..%5cabove.txt',
    '/..%2fsite-secret%2fkey.txt',
  ];
  test.each([...paths, '/%00', '/assets/..%2f..%2fabove.txt'])('%s', async (path) => {
    expect((await ask(path)).body).not.toContain('a secret');
  });
});

describe('what answers', () => {
  test.each([
    ['/', 200, 'the page'],
    ['/w/marlow/login', 200, 'the page'],
    ['/tasks/.well-known', 200, 'the page'],
    ['/assets/app-1a2b.js', 200, script],
    ['/assets/app-old.js', 404, 'Not found'],
    ['/favicon.ico', 404, 'Not found'],
    ['/staticwebapp.config.json', 200, 'the page'],
  ])('%s: %i', async (path, status, body) => {
    expect(await ask(path)).toMatchObject({ status, body });
  });

  test('the type is the one of the file, or the one that the config gives its ending', async () => {
    expect((await ask('/assets/app-1a2b.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/notes.csv')).headers['content-type']).toBe('text/csv');
  });

  test('HEAD has the headers of GET and no body, and a page takes nothing else', async () => {
    const [got, head, posted] = [await ask('/'), await ask('/', {}, 'HEAD'), await ask('/', {}, 'POST')];
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers).toMatchObject({ etag: got.headers.etag, 'content-length': '8' });
    expect(posted).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

describe('headers', () => {
  test('are the global ones and those of the first rule that matches; an empty one is taken away', async () => {
    const { headers } = await ask('/assets/app-1a2b.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect([headers['x-everywhere'], headers['x-rule']]).toEqual([undefined, undefined]);
  });

  test('a rule for index.html is one for its folder', async () => {
    expect((await ask('/')).headers).toMatchObject({ 'x-rule': 'first', 'cache-control': 'no-cache' });
  });

  test('a file that is missing now is not kept for a year', async () => {
    expect((await ask('/assets/app-old.js')).headers['cache-control']).toBe('no-cache');
  });
});

describe('text is compressed as the client takes it', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ])('%s: %s', async (accepted, encoding, decompress) => {
    const { headers, bytes } = await ask('/assets/app-1a2b.js', { 'accept-encoding': accepted });
    expect(headers).toMatchObject({ 'content-encoding': encoding, 'content-length': String(bytes.length) });
    expect(headers.vary).toBe('Accept-Encoding');
    expect(bytes.length).toBeLessThan(script.length / 4);
    expect(decompress(bytes).toString()).toBe(script);
  });

  test.each([
    ['/assets/app-1a2b.js', 'identity'],
    ['/assets/dot.png', 'gzip, br'],
  ])('not %s for a client that takes %s', async (path, accepted) => {
    expect((await ask(path, { 'accept-encoding': accepted })).headers['content-encoding']).toBeUndefined();
  });
});

describe('what a browser has already is not sent again', () => {
  test('until the file changes', async () => {
    const path = '/notes.csv';
    const { etag } = (await ask(path)).headers;
    expect(await ask(path, { 'if-none-match': `"another", ${etag}` })).toMatchObject({ status: 304, body: '' });
    await writeFile(join(dir, 'site/notes.csv'), 'c,d');
    expect(await ask(path, { 'if-none-match': etag! })).toMatchObject({ status: 200, body: 'c,d' });
  });

  test('a 304 carries the headers of the page: a new policy counts at once', async () => {
    const { etag } = (await ask('/')).headers;
    expect((await ask('/tasks', { 'if-none-match': etag! })).headers).toMatchObject({ 'x-everywhere': 'yes' });
  });
});

describe('the API behind the site', () => {
  test('a large upload that is refused at once leaves the connection usable', async () => {
    const upload = () => fetch(`${web.origin}/api/imports`, { method: 'POST', body: new Uint8Array(10_000_000) });
    for (let times = 0; times < 5; times++) expect(await (await upload()).text()).toBe('too large');
  });

  test('a visitor cannot write what the site says of them', async () => {
    await ask('/api/me', { authorization: 'Bearer x', 'x-ms-client-principal': 'an admin', cookie: 'a=b' });
    expect(heard!.headers).toMatchObject({ cookie: 'a=b', 'x-forwarded-for': '127.0.0.1' });
    expect([heard!.headers.authorization, heard!.headers['x-ms-client-principal']]).toEqual([undefined, undefined]);
  });
});
