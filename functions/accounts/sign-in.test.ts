import { describe, expect, test } from 'vitest';
import { joined, meOf, newEmail, newSlug, opened, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { signIn } from './sign-in.ts';

const badLogin = { problem: { status: 401, title: 'Invalid email or password' } };
const tooMany = { problem: { status: 429 } };

const signingIn = (crm: Crm, login: { email: string; password?: string; slug?: string }) =>
  visitorOf(crm).does(async (visit) => meOf(await signIn(visit, { password, ...login })));

describe('signing in', () => {
  test(
    'at a business leads back to the same membership',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const again = await signingIn(crm, { email: me.member.email, slug: crm.workspace.slug });
      expect(again.member.id).toBe(me.member.id);
    }),
  );

  test(
    'without an address leads to the business used last',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const other = await opened(crm);
      await signingIn(crm, { email: me.member.email, slug: other.me.workspace.slug });
      const last = await signingIn(crm, { email: me.member.email });
      expect(last.workspace.id).toBe(other.me.workspace.id);
    }),
  );

  test(
    'at another business makes a new member there, who waits for the profile',
    withBusiness(async (crm) => {
      const { me } = await joined(crm, { role: 'employee', name: 'Per Dahl' });
      const other = await opened(crm);
      const there = await signingIn(crm, { email: me.member.email, slug: other.me.workspace.slug });
      expect(there.member).toMatchObject({
        role: 'customer',
        status: 'email-verified',
        name: 'Per Dahl',
        accountId: me.member.accountId,
      });
      expect(there.member.id).not.toBe(me.member.id);
      expect(await crm.system().members.find(there.member.id)).toBeNull();
    }),
  );

  test(
    'five times at once at another business makes one member there',
    withBusiness(async (crm) => {
      const { me } = await opened(crm);
      const login = { email: me.member.email, slug: crm.workspace.slug };
      const all = await Promise.all(Array.from({ length: 5 }, () => signingIn(crm, login)));
      expect(new Set(all.map(({ member }) => member.id)).size).toBe(1);
      expect((await crm.system().members.list({ limit: 50 })).items).toHaveLength(1);
    }),
  );

  test(
    'at an address without a business is not found',
    withBusiness(async (crm) => {
      await expect(signingIn(crm, { email: newEmail(), slug: newSlug() })).rejects.toMatchObject({
        problem: { status: 404 },
      });
    }),
  );

  test(
    'is open to a suspended member, who then waits',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const { members } = crm.system();
      await members.replace({ ...(await members.get(me.member.id)), status: 'suspended' });
      expect((await signingIn(crm, { email: me.member.email })).member.status).toBe('suspended');
    }),
  );
});

test.each([
  ['a space at its end', `${password} `],
  ['other capitals', password.toUpperCase()],
  ['its end cut off', password.slice(0, -1)],
  ['more behind it', `${password}!`],
])('ASVS 6.2.8 the password with %s is another one', (_, other) =>
  withBusiness(async (crm) => {
    const { me } = await joined(crm);
    const { email } = me.member;
    expect(await refusalOf(signingIn(crm, { email, password: other }))).toMatchObject(badLogin.problem);
  })(),
);

test.each(['admin', 'root', 'sa', 'user', 'guest', 'starone'])(
  'ASVS 6.3.2 there is no account "%s" that came with the product',
  (name) =>
    withBusiness(async (crm) => {
      const tries = ['@example.com', '@localhost.localdomain', '@starone.example'].map((host) =>
        refusalOf(signingIn(crm, { email: `${name}${host}`, password: name.padEnd(8, '1') })),
      );
      expect((await Promise.all(tries)).map((refusal) => refusal?.status)).toEqual([401, 401, 401]);
    })(),
);

describe('F029 a wrong password and an unknown address', () => {
  test(
    'are one answer',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const wrong = await refusalOf(signingIn(crm, { email: me.member.email, password: 'not the password' }));
      const unknown = await refusalOf(signingIn(crm, { email: newEmail(), password: 'not the password' }));
      expect(wrong).toMatchObject(badLogin.problem);
      expect(unknown).toEqual(wrong);
    }),
  );

  test.each(['known', 'unknown'])(
    'F043 ASVS 6.3.1 are slowed after five of them, the same when the address is %s, and never locked',
    (kind) =>
      withBusiness(async (crm) => {
        const { visitor, me } = await joined(crm);
        const email = kind === 'known' ? me.member.email : newEmail();
        const guesser = visitorOf(crm);
        const guess = () => refusalOf(guesser.does((visit) => signIn(visit, { email, password: 'not the password' })));
        for (let index = 0; index < 5; index++) expect(await guess()).toMatchObject(badLogin.problem);
        for (const wait of [1, 2, 4, 8, 16, 32, 60, 60]) {
          expect(await guess()).toMatchObject(badLogin.problem);
          guesser.later(wait - 1);
          expect(await guess()).toMatchObject({ ...tooMany.problem, retryAfter: 1 });
          guesser.later(1);
        }
        expect(await visitor.caller()).not.toBeNull();
      })(),
  );

  test(
    'F043 the right one is taken as soon as the wait is over, however many were wrong',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const { email } = me.member;
      const owner = visitorOf(crm);
      for (let index = 0; index < 12; index++) {
        await refusalOf(owner.does((visit) => signIn(visit, { email, password: 'not the password' })));
        owner.later(60);
      }
      expect(meOf(await owner.does((visit) => signIn(visit, { email, password }))).member.email).toBe(email);
    }),
  );

  test(
    'F043 of somebody else do not slow down a browser that was signed in before',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const { email } = me.member;
      const wrong = { email, password: 'not the password' };
      const guesser = visitorOf(crm);
      const guess = () => refusalOf(guesser.does((visit) => signIn(visit, wrong)));
      for (let index = 0; index < 20; index++) await guess();
      expect(await guess()).toMatchObject(tooMany.problem);
      expect(meOf(await visitor.does((visit) => signIn(visit, { email, password }))).member.email).toBe(email);

      const own = () => refusalOf(visitor.does((visit) => signIn(visit, wrong)));
      for (let index = 0; index < 6; index++) expect(await own()).toMatchObject(badLogin.problem);
      expect(await own()).toMatchObject(tooMany.problem);
    }),
  );

  test(
    'F043 the browser of another account is not known',
    withBusiness(async (crm) => {
      const elsewhere = visitorOf(crm);
      const { me } = await joined(crm);
      const { visitor: stranger } = await joined(crm);
      const wrong = { email: me.member.email, password: 'not the password' };
      const guess = () => refusalOf(stranger.does((visit) => signIn(visit, wrong)));
      for (let index = 0; index < 6; index++) expect(await guess()).toMatchObject(badLogin.problem);
      expect(await guess()).toMatchObject(tooMany.problem);
      const there = elsewhere.does((visit) => signIn(visit, wrong));
      expect(await refusalOf(there)).toMatchObject(tooMany.problem);
    }),
  );

  test(
    'W11 three hundred of them, at once and one by one: six are looked at',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const wrong = { email: me.member.email, password: 'not the password' };
      const guesser = visitorOf(crm);
      const guess = () => refusalOf(guesser.does((visit) => signIn(visit, wrong)));
      const refusals = await Promise.all(Array.from({ length: 20 }, guess));
      for (let index = 0; index < 280; index++) refusals.push(await guess());
      const statuses = refusals.map((refusal) => refusal?.status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(6);
      expect(statuses.filter((status) => status === 429)).toHaveLength(294);
    }),
  );

  test(
    'are written down with their number when the right one comes',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const { email, accountId } = me.member;
      for (let index = 0; index < 3; index++) await refusalOf(signingIn(crm, { email, password: 'not the password' }));
      await signingIn(crm, { email });
      const entries = await crm.system().audit.newest({ limit: 10 });
      expect(entries.filter(({ action }) => action === 'sign-in-failed')).toEqual([
        expect.objectContaining({
          by: null,
          on: { kind: 'account', id: accountId, name: email },
          detail: { count: '3' },
        }),
      ]);
    }),
  );

  test(
    'are forgotten after the right one',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const { email } = me.member;
      for (let index = 0; index < 5; index++) await refusalOf(signingIn(crm, { email, password: 'not the password' }));
      await signingIn(crm, { email });
      await expect(signingIn(crm, { email, password: 'not the password' })).rejects.toMatchObject(badLogin);
      await signingIn(crm, { email });
    }),
  );
});
