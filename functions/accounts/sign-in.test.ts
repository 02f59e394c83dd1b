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
    'eight times at once at another business makes one member there',
    withBusiness(async (crm) => {
      const { me } = await opened(crm);
      const login = { email: me.member.email, slug: crm.workspace.slug };
      const all = await Promise.all(Array.from({ length: 8 }, () => signingIn(crm, login)));
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

describe('a wrong password and an unknown address', () => {
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

  test.each(['known', 'unknown'])('may be tried ten times in ten minutes when the address is %s', (kind) =>
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const email = kind === 'known' ? me.member.email : newEmail();
      const guesser = visitorOf(crm);
      const guess = () => guesser.does((visit) => signIn(visit, { email, password: 'not the password' }));
      for (let index = 0; index < 10; index++) await expect(guess()).rejects.toMatchObject(badLogin);
      await expect(guess()).rejects.toMatchObject(tooMany);

      expect(await visitor.caller()).not.toBeNull();
      guesser.later(601);
      await expect(guess()).rejects.toMatchObject(badLogin);
    })(),
  );

  test(
    'at once are counted one by one',
    withBusiness(async (crm) => {
      const email = newEmail();
      const guesses = Array.from({ length: 20 }, () =>
        refusalOf(signingIn(crm, { email, password: 'not the password' })),
      );
      const refusals = await Promise.all(guesses);
      expect(refusals.filter((refusal) => refusal?.status === 401)).toHaveLength(10);
      expect(refusals.filter((refusal) => refusal?.status === 429)).toHaveLength(10);
    }),
  );

  test(
    'are forgotten after the right one',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const { email } = me.member;
      for (let index = 0; index < 9; index++) await refusalOf(signingIn(crm, { email, password: 'not the password' }));
      await signingIn(crm, { email });
      await expect(signingIn(crm, { email, password: 'not the password' })).rejects.toMatchObject(badLogin);
      await signingIn(crm, { email });
    }),
  );
});
