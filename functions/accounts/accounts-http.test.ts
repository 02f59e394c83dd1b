import { type Cookie, HttpRequest, InvocationContext } from '@azure/functions';
import { describe, expect, test } from 'vitest';
import { accountRoutes } from '#domain/accounts/routes.ts';
import type { Route } from '#domain/kernel/route.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { readMe } from '#functions/members/read-me.ts';
import { config } from '#functions/platform/config.ts';
import { handlerOf } from '#functions/serve.ts';
import { codeTo, joined, newEmail, password, signUpForm, withBusiness } from '#functions/testing/people.ts';
import { prove } from './prove.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';

type Handler = ReturnType<typeof handlerOf>;

const signUpHandler = handlerOf('accounts-sign-up', accountRoutes.signUp, (visit, { body }) => signUp(visit, body));
const proveHandler = handlerOf('accounts-prove', accountRoutes.prove, (visit, { body }) => prove(visit, body));
const signInHandler = handlerOf('accounts-sign-in', accountRoutes.signIn, (visit, { body }) => signIn(visit, body));
const meHandler = handlerOf('members-me', memberRoutes.me, (work) => readMe(work));

async function send(
  handler: Handler,
  { method, path }: Route,
  { body, cookie = '' }: { body?: object; cookie?: string },
) {
  const request = new HttpRequest({
    method,
    url: `${config.publicOrigin}/api/${path}`,
    headers: { origin: config.publicOrigin, 'content-type': 'application/json', cookie },
    ...(body && { body: { string: JSON.stringify(body) } }),
  });
  const quiet = new InvocationContext({ logHandler: () => undefined });
  const { status, headers, cookies, body: text } = await handler(request, quiet);
  return { status, headers, cookies, json: JSON.parse(typeof text === 'string' ? text : 'null') };
}

const cookieOf = ({ cookies = [] }: { cookies: Cookie[] | undefined }): string =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

test(
  'a visitor signs up, proves the address and is known by the cookie from then on',
  withBusiness(async (crm) => {
    const form = signUpForm(crm);
    const asked = await send(signUpHandler, accountRoutes.signUp, { body: form });
    expect(asked).toMatchObject({ status: 202, cookies: [] });

    const proof = { ticket: asked.json.ticket, code: await codeTo(crm, form.email) };
    const proved = await send(proveHandler, accountRoutes.prove, { body: proof });
    expect(proved.status).toBe(201);
    expect(await send(meHandler, memberRoutes.me, { cookie: cookieOf(proved) })).toMatchObject({
      status: 200,
      json: { member: { email: form.email, status: 'email-verified' } },
    });
    expect(await send(meHandler, memberRoutes.me, {})).toMatchObject({ status: 401 });
  }),
);

describe('nobody can tell whether an address has an account', () => {
  test(
    'by signing up with it',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const { email } = me.member;
      const taken = await send(signUpHandler, accountRoutes.signUp, { body: signUpForm(crm, { email }) });
      const free = await send(signUpHandler, accountRoutes.signUp, { body: signUpForm(crm) });
      const shape = ({ json, ...response }: typeof taken) => ({ ...response, fields: Object.keys(json) });
      expect(shape(taken)).toEqual(shape(free));
    }),
  );

  test(
    'by signing in to it',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const wrong = { email: me.member.email, password: `not ${password}` };
      const known = await send(signInHandler, accountRoutes.signIn, { body: wrong });
      const unknown = await send(signInHandler, accountRoutes.signIn, { body: { ...wrong, email: newEmail() } });
      // The instance names the call itself.
      const shape = ({ json, ...response }: typeof known) => ({
        ...response,
        json: { ...json, instance: '' },
      });
      expect(shape(known)).toEqual(shape(unknown));
      expect(known).toMatchObject({ status: 401, cookies: [] });
    }),
  );
});
