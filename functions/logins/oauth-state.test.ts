import { describe, expect, test } from 'vitest';
import { NextPath } from '#domain/logins/login.ts';
import { joined, newEmail, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Visitor, visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import type { Return } from './companies.ts';
import { finishLogin } from './finish-login.ts';
import { startLink, startLogin } from './start-login.ts';
import { atCompany, returnIn } from './testing/at-company.ts';
import { memberIn } from './testing/with-company.ts';

const lapsed = { type: '/problems/login-lapsed', status: 400 };

async function returned(crm: Crm): Promise<{ visitor: Visitor; back: Return }> {
  const visitor = visitorOf(crm);
  const { url } = await visitor.does((visit) => startLogin(visit, 'google', { slug: crm.workspace.slug }));
  return { visitor, back: returnIn(await atCompany(url, { email: newEmail() })) };
}

const finish = (visitor: Visitor, back: Return) => visitor.does((visit) => finishLogin(visit, 'google', back));

describe('W13 what comes back from a company', () => {
  test(
    'is refused in another browser, which cannot be made to sign in as somebody else',
    withBusiness(async (crm) => {
      const { visitor, back } = await returned(crm);
      const victim = visitorOf(crm);
      expect(await refusalOf(finish(victim, back))).toMatchObject(lapsed);

      await victim.does((visit) => startLogin(visit, 'google', {}));
      expect(await refusalOf(finish(victim, back))).toMatchObject(lapsed);
      expect(await victim.caller()).toBeNull();
      expect(memberIn(await finish(visitor, back)).joinedBy).toBe('google');
    }),
  );

  test(
    'works once',
    withBusiness(async (crm) => {
      const { visitor, back } = await returned(crm);
      await finish(visitor, back);
      expect(await refusalOf(finish(visitor, back))).toMatchObject(lapsed);
    }),
  );

  test(
    'of twenty at once with the same code one is in',
    withBusiness(async (crm) => {
      const { visitor, back } = await returned(crm);
      const tries = Array.from({ length: 20 }, () => refusalOf(finish(visitor, back)));
      expect((await Promise.all(tries)).filter((refusal) => refusal === null)).toHaveLength(1);
    }),
  );

  test(
    'with a state nobody issued is refused',
    withBusiness(async (crm) => {
      const { visitor, back } = await returned(crm);
      expect(await refusalOf(finish(visitor, { ...back, state: 'x'.repeat(43) }))).toMatchObject(lapsed);
    }),
  );

  test(
    'is good for ten minutes',
    withBusiness(async (crm) => {
      const { visitor, back } = await returned(crm);
      visitor.later(601);
      expect(await refusalOf(finish(visitor, back))).toMatchObject(lapsed);
    }),
  );

  test(
    'cannot be passed off as coming from another company',
    withBusiness(async (crm) => {
      const { visitor, back } = await returned(crm);
      const swapped = visitor.does((visit) => finishLogin(visit, 'linkedin', back));
      expect(await refusalOf(swapped)).toMatchObject(lapsed);
    }),
  );

  test(
    'names the company that sent it: another issuer is refused',
    withBusiness(async (crm) => {
      const { visitor, back } = await returned(crm);
      expect(await refusalOf(finish(visitor, { ...back, iss: 'https://evil.example' }))).toMatchObject(lapsed);
    }),
  );

  test(
    'F037 PKCE: a code that another sign-in of the same browser brought does not fit',
    withBusiness(async (crm) => {
      const { visitor, back } = await returned(crm);
      const { url } = await visitor.does((visit) => startLogin(visit, 'google', {}));
      const other = new URL(url).searchParams.get('state')!;
      expect(await refusalOf(finish(visitor, { ...back, state: other }))).toMatchObject(lapsed);
    }),
  );

  test(
    'of somebody who connects an account is refused once they are signed out',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const { url } = await visitor.works((work) => startLink(work, 'google'));
      const back = returnIn(await atCompany(url, { email: newEmail() }));
      visitor.useCookies(visitor.cookies().filter(({ name }) => !name.includes('session')));
      expect(await refusalOf(finish(visitor, back))).toMatchObject(lapsed);
    }),
  );
});

test(
  'the secret of the product never passes through the browser',
  withBusiness(async (crm) => {
    const { url } = await visitorOf(crm).does((visit) => startLogin(visit, 'google', {}));
    expect(decodeURIComponent(url)).not.toContain('secret');
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost:4280/oauth/google',
    });
  }),
);

test(
  'the cookie of a sign-in under way is out of the reach of scripts and other sites',
  withBusiness(async (crm) => {
    const visitor = visitorOf(crm);
    await visitor.does((visit) => startLogin(visit, 'google', {}));
    const [cookie] = visitor.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: 600 });
  }),
);

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', '\\\\evil', ''])(
  'an open redirect to %j is refused',
  (next) => {
    expect(NextPath.safeParse(next).success).toBe(false);
  },
);
