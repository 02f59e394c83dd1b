import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { close, listen } from '../local/listen.ts';
import { checkSite } from './check-site.ts';

const servers: Server[] = [];
afterEach(async () => void (await Promise.all(servers.splice(0).map(close))));

/** A site that answers everything so. */
async function faultsOfSite(answer: { status: number; headers: OutgoingHttpHeaders; body: string }) {
  const server = createServer((_request, response) => {
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  });
  servers.push(server);
  const findings = await checkSite(`http://127.0.0.1:${await listen(server, 0)}`);
  return Object.fromEntries(findings.map(({ name, faults }) => [name, faults]));
}

test('a site that shows a page for everything, without headers, fails every check', async () => {
  const faults = await faultsOfSite({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<script src="/assets/a.js">',
  });
  for (const found of Object.values(faults)) expect(found).not.toEqual([]);
  expect(faults['a script comes with its headers and is kept']).toContain('content-security-policy is missing');
});

test('a policy that the build left open, and weak headers, are named', async () => {
  const faults = await faultsOfSite({
    status: 200,
    headers: {
      'content-security-policy':
        "default-src 'self'; script-src 'self'; connect-src {SITE_CONNECT}; frame-ancestors 'none'",
      'strict-transport-security': 'max-age=0',
      'set-cookie': '__Host-session=secret; Path=/; Secure; SameSite=None; Domain=example.com',
    },
    body: '',
  });
  const page = faults['a page comes with its headers, asked for anew each time'];
  expect(page).toContain('content-security-policy was not filled in');
  expect(page).toContain('strict-transport-security is max-age=0');
  const cookie = faults['a cookie is kept by the browser for this host alone, out of reach of scripts'];
  expect(cookie).toEqual([
    'the cookie __Host-session is sent to other hosts',
    'the cookie __Host-session lacks HttpOnly',
    'the cookie __Host-session lacks SameSite=Lax',
  ]);
  expect(Object.values(faults).flat().join()).not.toContain('secret');
});

test('a site that does not answer is a fault, not a crash', async () => {
  const findings = await checkSite('http://127.0.0.1:9');
  for (const { faults } of findings) expect(faults).toEqual([expect.stringContaining('did not answer')]);
});

test('a dependency that does not answer is named', async () => {
  const dependencies = { cosmos: 'ok', storage: 'ok', pubsub: 'ok', stripe: 'ok', mail: 'failed' };
  const faults = await faultsOfSite({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ status: 'failed', dependencies, schema: { program: 1, stored: 1, state: 'ok' } }),
  });
  expect(faults['the API and all it depends on answer']).toEqual(['mail: failed']);
});
