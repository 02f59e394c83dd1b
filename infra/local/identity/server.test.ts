import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalIdentity, startIdentity } from './server.ts';

let identity: LocalIdentity;
beforeAll(async () => {
  identity = await startIdentity({ port: 0 });
});
afterAll(() => identity.close());

const get = (path: string): Promise<Response> => fetch(`${identity.url}${path}`, { redirect: 'manual' });

const asking = (redirect: string): string =>
  `/google/auth?${new URLSearchParams({
    client_id: 'starone',
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid email',
    state: 'x'.repeat(43),
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  })}`;

test.each(['google', 'linkedin', 'microsoft'])('%s says about itself where it stands', async (company) => {
  const answer = (await (await get(`/${company}/.well-known/openid-configuration`)).json()) as Record<string, string>;
  expect(answer['issuer']).toBe(`${identity.url}/${company}`);
  expect(answer['jwks_uri']).toBe(`${identity.url}/${company}/jwks`);
});

test('the site may stand at any port of this machine, and nowhere else', async () => {
  const here = await get(asking('http://localhost:4280/oauth/google'));
  expect(here.headers.get('location')).toMatch(/^\/google\/login\//);
  const elsewhere = await get(asking('https://evil.example/oauth/google'));
  expect(elsewhere.headers.get('location')).toBeNull();
  expect(elsewhere.status).toBe(400);
});

test('a login nobody has begun, and a company nobody knows, lead nowhere', async () => {
  expect((await get('/google/login/nothing')).status).toBe(400);
  expect((await get('/yahoo/auth')).status).toBe(404);
  expect((await get('/facebook/me')).status).toBe(401);
});
