import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close, listen } from '../listen.ts';
import { startWeb } from './server.ts';

let dir: string;
let web: Awaited<ReturnType<typeof startWeb>>;
// Answers before it has read anything, as an API does that refuses a body for its length.
const api = createServer((_, response) => response.writeHead(413).end('too large'));

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'starone-'));
  await Promise.all([mkdir(join(dir, 'site')), mkdir(join(dir, 'site-secret'))]);
  const config = {
    navigationFallback: { rewrite: '/index.html', exclude: ['/assets/*'] },
    globalHeaders: {
      'Content-Security-Policy': "connect-src 'self' wss://*.webpubsub.azure.com https://login.microsoftonline.com",
    },
  };
  await Promise.all([
    writeFile(join(dir, 'site/index.html'), 'the page'),
    writeFile(join(dir, 'site/staticwebapp.config.json'), JSON.stringify(config)),
    writeFile(join(dir, 'site-secret/key.txt'), 'a secret'),
    writeFile(join(dir, 'above.txt'), 'a secret'),
  ]);
  const port = await listen(api, 0);
  web = await startWeb({ port: 0, site: join(dir, 'site'), api: () => `http://127.0.0.1:${port}` });
});
afterAll(async () => {
  await web.close();
  await close(api);
  await rm(dir, { recursive: true, force: true });
});

async function get(path: string): Promise<{ status: number | undefined; body: string; policy: unknown }> {
  const { port } = new URL(web.origin);
  const sent = request({ hostname: '127.0.0.1', port, path }).end();
  const [answer] = await once(sent, 'response');
  return { status: answer.statusCode, body: await text(answer), policy: answer.headers['content-security-policy'] };
}

test.each(['//', '/%ff', '/%e0%a4%a', '/%zz'])('%s is no address, and the server goes on', async (path) => {
  expect(await get(path)).toMatchObject({ status: 400 });
  expect(await get('/')).toMatchObject({ status: 200, body: 'the page' });
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
    expect((await get(path)).body).not.toContain('a secret');
  });
});

test('a large upload that is refused at once leaves the connection usable', async () => {
  const upload = () => fetch(`${web.origin}/api/imports`, { method: 'POST', body: new Uint8Array(10_000_000) });
  for (let times = 0; times < 5; times++) expect(await (await upload()).text()).toBe('too large');
});

test('the policy lets sockets and Microsoft lead to this machine instead of the cloud', async () => {
  expect((await get('/')).policy).toBe("connect-src 'self' ws://127.0.0.1:* http://127.0.0.1:*");
});
