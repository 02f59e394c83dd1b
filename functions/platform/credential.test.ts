import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';

const clientId = '7d9a1c2e-58f0-4b6e-9a53-0f1d2c3b4a59';

/** Speaks as the identity endpoint beside a function app does. */
async function identityEndpoint() {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://localhost').searchParams);
    const expiresOn = Math.floor(Date.now() / 1000) + 3600;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: 'a token', expires_on: String(expiresOn), token_type: 'Bearer' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { asked, url: `http://127.0.0.1:${port}/msi/token`, close: () => server.close() };
}

test('the app shows Azure services its own identity, and no other one of the machine', async () => {
  const endpoint = await identityEndpoint();
  vi.stubEnv('IDENTITY_ENDPOINT', endpoint.url);
  vi.stubEnv('IDENTITY_HEADER', 'a header');
  vi.stubEnv('AZURE_CLIENT_ID', clientId);
  const { credential } = await import('./credential.ts');

  const token = await credential.getToken('https://storage.azure.com/.default');

  expect(token?.token).toBe('a token');
  expect(endpoint.asked.map((query) => [query.get('resource'), query.get('client_id')])).toEqual([
    ['https://storage.azure.com', clientId],
  ]);
  endpoint.close();
  vi.unstubAllEnvs();
});
