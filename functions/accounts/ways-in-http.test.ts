import { HttpRequest, InvocationContext } from '@azure/functions';
import { describe, expect, test, vi } from 'vitest';
import type * as z from 'zod';
import { accountRoutes } from '#domain/accounts/routes.ts';
import type { Route } from '#domain/kernel/route.ts';
import { config } from '#functions/platform/config.ts';
import { handlerOf } from '#functions/serve.ts';
import { startLogin } from '#functions/logins/start-login.ts';
import { joined, newEmail, signUpForm, withBusiness } from '#functions/testing/people.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { clientLimits } from './tries.ts';

const routes: Record<string, Route> = accountRoutes;
const ways = Object.entries(routes).filter(([, { access }]) => access === 'public');

type Asked = { route: Route; body: unknown; headers?: Record<string, string> };

/** Up to the use case, which must not be reached with what is not valid. */
async function ask(useCase: (body: unknown) => Promise<unknown>, { route, body, headers }: Asked) {
  const handler = handlerOf(
    'a-way-in',
    route,
    (_, input) => useCase((input as { body: unknown }).body) as Promise<never>,
  );
  const request = new HttpRequest({
    method: route.method,
    url: `${config.publicOrigin}/api/${route.path}`,
    headers: { origin: config.publicOrigin, 'content-type': 'application/json', ...headers },
    body: { string: JSON.stringify(body) ?? '' },
  });
  const answer = await handler(request, new InvocationContext({ logHandler: () => undefined }));
  return { ...answer, headers: new Headers(answer.headers) };
}

const freshNetwork = (): string =>
  `2001:db8:${Math.floor(Math.random() * 65_536).toString(16)}:${Date.now() % 65_536}::1`;

describe('W1 a query object in place of a text is refused before anything is done', () => {
  const tricks: unknown[] = [{ $ne: null }, { $gt: '' }, ['a@example.com'], { toString: 'x' }, null, 7];
  test.each(ways)('by %s', async (_, route) => {
    const reached = vi.fn<() => Promise<never>>();
    const fields = Object.keys((route.body as z.ZodObject).shape);
    for (const field of fields) {
      for (const trick of tricks) {
        const { status, body } = await ask(reached, { route, body: { [field]: trick } });
        expect(status).toBe(400);
        expect(JSON.parse(body as string).errors).toContainEqual(
          expect.objectContaining({ pointer: expect.stringMatching(`^/body/${field}`) }),
        );
      }
    }
    expect(reached).not.toHaveBeenCalled();
  });
});

test.each(ways)('W2 nothing at all, and what is no object, is an answer and not an end: %s', async (_, route) => {
  const reached = vi.fn<() => Promise<never>>();
  for (const body of [undefined, null, '', [], 'text', 0]) {
    expect((await ask(reached, { route, body })).status).toBe(400);
  }
  expect(reached).not.toHaveBeenCalled();
});

test.each(ways)('W34 a page of another site is refused and gets no word of CORS: %s', async (_, route) => {
  const reached = vi.fn<() => Promise<never>>();
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
  const answer = await ask(reached, { route, body: {}, headers });
  expect(answer.status).toBe(403);
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  expect(reached).not.toHaveBeenCalled();
});

describe('F043 one client address', () => {
  const limit = clientLimits['ways-in'];

  test.each(ways)('is counted by %s', (_, route) => {
    expect(route.limit).toBe('ways-in');
  });

  test('ASVS 6.3.1 may knock so often in ten minutes, then waits; a planted hop does not help, another address may', async () => {
    const most = vi.spyOn(limit, 'most', 'get').mockReturnValue(3);
    const [address, other] = [freshNetwork(), freshNetwork()];
    const knock = (from: string) =>
      ask(async () => ({ ticket: 'x', resendAfterSeconds: 100 }), {
        route: accountRoutes.askReset,
        body: { email: newEmail() },
        headers: { 'x-forwarded-for': `198.51.100.${Math.floor(Math.random() * 255)}, [${from}]:50123` },
      });
    const statuses = [];
    for (let index = 0; index < 5; index++) statuses.push((await knock(address)).status);
    expect(statuses).toEqual([202, 202, 202, 429, 429]);
    expect((await knock(other)).status).toBe(202);
    most.mockRestore();
  });
});

test(
  'F043 a slowed sign-in says when to come back, in the header and in the problem',
  withBusiness(async (crm) => {
    const login = { email: newEmail(), password: 'not the password' };
    const now = new Date();
    const visit = () => ({ ...crm.visit(), now: () => now });
    const guess = () => ask(() => signIn(visit(), login), { route: accountRoutes.signIn, body: login });
    for (let index = 0; index < 6; index++) expect((await guess()).status).toBe(401);
    const slowed = await guess();
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get('retry-after')).toBe('1');
    expect(JSON.parse(slowed.body as string)).toMatchObject({ type: '/problems/too-many-tries', retryAfter: 1 });
  }),
);

test(
  'the host a request names, itself or by a proxy, comes into no link of a mail and no way back from a company',
  withBusiness(async (crm) => {
    const { email } = (await joined(crm)).me.member;
    const planted = 'evil.example';
    const headers = {
      host: planted,
      'x-forwarded-host': planted,
      'x-original-host': planted,
      forwarded: `host=${planted}`,
    };
    const visit = crm.visit({ ...headers, origin: `https://${planted}`, referer: `https://${planted}/` });
    await signUp(visit, signUpForm(crm, { email }));
    const { text, html } = (await crm.mailTo(email))[0]!;
    expect(text).toContain(`${config.publicOrigin}/w/${crm.workspace.slug}/login`);
    expect(`${text} ${html}`).not.toContain(planted);

    const url = new URL((await startLogin(visit, 'google', {})).url);
    expect(url.searchParams.get('redirect_uri')).toBe(`${config.publicOrigin}/oauth/google`);
    expect(url.href).not.toContain(planted);
  }),
);
