import { describe, expect, test } from 'vitest';
import { codeTo, joined, meOf, newEmail, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { createAccount } from './engine.ts';
import { findAccount } from './find-account.ts';
import { prove } from './prove.ts';
import { askReset, resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';
import { signInByCode } from './sign-in-by-code.ts';

const badCode = { status: 400, title: 'Invalid or expired OTP' };
const newPassword = 'another fine password';

async function asking(crm: Crm) {
  const { me, visitor: elsewhere } = await joined(crm);
  const { email } = me.member;
  const visitor = visitorOf(crm);
  const { ticket } = await visitor.does((visit) => askReset(visit, email));
  const code = await codeTo(crm, email);
  const resetting = (given = code, chosen = newPassword) =>
    visitor.does((visit) => resetPassword(visit, { ticket, code: given, password: chosen }));
  return { me, email, elsewhere, visitor, ticket, code, resetting };
}

describe('F012 F014 F032 a password that is reset by a code', () => {
  test(
    'takes the place of the old one, and signs nobody in',
    withBusiness(async (crm) => {
      const { email, visitor, resetting } = await asking(crm);
      await resetting();
      expect(await visitor.caller()).toBeNull();
      expect(await refusalOf(visitor.does((visit) => signIn(visit, { email, password })))).toMatchObject({
        title: 'Invalid email or password',
      });
      expect(meOf(await visitor.does((visit) => signIn(visit, { email, password: newPassword }))).member.email).toBe(
        email,
      );
    }),
  );

  test(
    'F060 ASVS 7.4.3 ends every session of the account',
    withBusiness(async (crm) => {
      const { elsewhere, resetting } = await asking(crm);
      expect(await elsewhere.caller()).not.toBeNull();
      await resetting();
      expect(await elsewhere.caller()).toBeNull();
    }),
  );

  test(
    'is written down, and its owner is told',
    withBusiness(async (crm) => {
      const { me, email, resetting } = await asking(crm);
      await resetting();
      const mails = await crm.mailTo(email);
      expect(mails.map(({ subject }) => subject)).toContain('Your password was reset');
      const [entry] = await crm.system().audit.newest({ limit: 1 });
      expect(entry).toMatchObject({
        action: 'password-reset',
        by: { memberId: me.member.id, name: me.member.name },
        on: { kind: 'account', id: me.member.accountId, name: email },
      });
    }),
  );

  test(
    'is a first one for somebody who came by another way',
    withBusiness(async (crm) => {
      const email = newEmail();
      const id = crypto.randomUUID();
      await createAccount({ id, email, passwordHash: null });
      const visitor = visitorOf(crm);
      const { ticket } = await visitor.does((visit) => askReset(visit, email));
      const code = await codeTo(crm, email);
      await visitor.does((visit) => resetPassword(visit, { ticket, code, password: newPassword }));
      expect(await findAccount(email)).toMatchObject({ id, passwordHash: expect.stringMatching(/.{100}/) });
      const { slug } = crm.workspace;
      expect(
        meOf(await visitor.does((visit) => signIn(visit, { email, password: newPassword, slug }))).member.email,
      ).toBe(email);
    }),
  );

  test.each([
    ['common', 'iloveyou', 'most common'],
    ['the address itself', null, 'a name or an address'],
  ])('ASVS 6.2.4 that is %s is refused, and the code is not spent', (_, weak, sentence) =>
    withBusiness(async (crm) => {
      const { email, code, resetting } = await asking(crm);
      expect(await refusalOf(resetting(code, weak ?? email.split('@')[0]!))).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/password', detail: expect.stringContaining(sentence) }],
      });
      expect(await refusalOf(resetting())).toBeNull();
    })(),
  );

  test(
    'ASVS 6.4.3 W11 works with its own code only, once',
    withBusiness(async (crm) => {
      const { visitor, ticket, code, resetting } = await asking(crm);
      expect(await refusalOf(resetting(code === '000000' ? '111111' : '000000'))).toMatchObject(badCode);
      expect(await refusalOf(visitor.does((visit) => prove(visit, { ticket, code })))).toMatchObject(badCode);
      expect(await refusalOf(visitor.does((visit) => signInByCode(visit, { ticket, code })))).toMatchObject(badCode);
      const refusals = await Promise.all(Array.from({ length: 20 }, () => refusalOf(resetting())));
      expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
    }),
  );

  test(
    'of an address without an account: the answer is the same, and no code ever fits',
    withBusiness(async (crm) => {
      const email = newEmail();
      const visitor = visitorOf(crm);
      const { ticket, resendAfterSeconds } = await visitor.does((visit) => askReset(visit, email));
      expect(resendAfterSeconds).toBe(100);
      const given = { ticket, code: '123456', password: newPassword };
      expect(await refusalOf(visitor.does((visit) => resetPassword(visit, given)))).toMatchObject(badCode);
      expect((await crm.mailTo(email)).map(({ subject }) => subject)).toEqual([
        'There is no account with this address',
      ]);
    }),
  );

  test(
    'is open while somebody else guesses passwords, and brings a browser that is not slowed down by it',
    withBusiness(async (crm) => {
      const { email, visitor, resetting } = await asking(crm);
      const guesser = visitorOf(crm);
      const guess = () => refusalOf(guesser.does((visit) => signIn(visit, { email, password: 'not the password' })));
      for (let index = 0; index < 10; index++) await guess();
      await resetting();
      expect(await refusalOf(visitor.does((visit) => signIn(visit, { email, password: newPassword })))).toBeNull();
    }),
  );
});
