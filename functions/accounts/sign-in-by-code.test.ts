import { describe, expect, test } from 'vitest';
import {
  codeTo,
  joined,
  meOf,
  newEmail,
  newSlug,
  opened,
  signUpForm,
  withBusiness,
} from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { prove } from './prove.ts';
import { resendCode } from './resend-code.ts';
import { resetPassword } from './reset-password.ts';
import { askSignInCode, signInByCode } from './sign-in-by-code.ts';
import { signUp } from './sign-up.ts';

const badCode = { status: 400, title: 'Invalid or expired OTP' };
const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000');
const newPassword = 'another fine password';

/** Somebody with an account, at a browser of their own, who asked for a code. */
async function asking(crm: Crm) {
  const { me } = await joined(crm);
  const { email } = me.member;
  const visitor = visitorOf(crm);
  const { ticket } = await visitor.does((visit) => askSignInCode(visit, { email }));
  const code = await codeTo(crm, email);
  const giving = (given: string) => visitor.does((visit) => signInByCode(visit, { ticket, code: given }));
  return { me, email, visitor, ticket, code, giving };
}

describe('F026 signing in with a code of the e-mail', () => {
  test(
    'leads to where the person was last, with a session',
    withBusiness(async (crm) => {
      const { me, visitor, code, giving } = await asking(crm);
      expect(meOf(await giving(code)).member.id).toBe(me.member.id);
      expect(await visitor.caller()).toMatchObject({ memberId: me.member.id });
    }),
  );

  test(
    'at another business makes a member there, who came by a code',
    withBusiness(async (crm) => {
      const { email } = await asking(crm);
      const other = await opened(crm);
      const visitor = visitorOf(crm);
      const { slug } = other.me.workspace;
      const { ticket } = await visitor.does((visit) => askSignInCode(visit, { email, slug }));
      const code = await codeTo(crm, email);
      const { member, workspace } = meOf(await visitor.does((visit) => signInByCode(visit, { ticket, code })));
      expect(workspace.id).toBe(other.me.workspace.id);
      expect(member).toMatchObject({ joinedBy: 'code', status: 'email-verified' });
    }),
  );

  test(
    'at an address without a business is not found',
    withBusiness(async (crm) => {
      const asked = visitorOf(crm).does((visit) => askSignInCode(visit, { email: newEmail(), slug: newSlug() }));
      expect(await refusalOf(asked)).toMatchObject({ status: 404 });
    }),
  );

  test(
    'ASVS 6.6.2 works once, given twenty times at once',
    withBusiness(async (crm) => {
      const { code, giving } = await asking(crm);
      const refusals = await Promise.all(Array.from({ length: 20 }, () => refusalOf(giving(code))));
      expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
      expect(refusals.filter((refusal) => refusal?.title === badCode.title)).toHaveLength(19);
    }),
  );

  test.each([
    [599, undefined],
    [600, badCode.title],
  ])('F027 ASVS 6.6.2 after %i seconds is answered with %j', (seconds, title) =>
    withBusiness(async (crm) => {
      const { visitor, code, giving } = await asking(crm);
      visitor.later(seconds);
      expect((await refusalOf(giving(code)))?.title).toBe(title);
    })(),
  );

  test(
    'F028 ASVS 6.6.3 is over after five wrong codes',
    withBusiness(async (crm) => {
      const { code, giving } = await asking(crm);
      for (let index = 0; index < 5; index++) expect(await refusalOf(giving(otherThan(code)))).toMatchObject(badCode);
      expect(await refusalOf(giving(code))).toMatchObject(badCode);
    }),
  );

  test(
    'W11 three hundred guesses at once: five are looked at, and then not even the right one is',
    withBusiness(async (crm) => {
      const { code, ticket, giving } = await asking(crm);
      const guesses = Array.from({ length: 300 }, (_, index) => index.toString().padStart(6, '0'));
      const refusals = await Promise.all(
        guesses.filter((guess) => guess !== code).map((guess) => refusalOf(giving(guess))),
      );
      expect(refusals.every((refusal) => refusal?.title === badCode.title)).toBe(true);
      expect(await refusalOf(giving(code))).toMatchObject(badCode);
      const again = visitorOf(crm).does((visit) => resendCode(visit, ticket));
      expect(await refusalOf(again)).toMatchObject({ status: 404 });
    }),
  );

  test(
    'F024 is sent again after 100 seconds and not before; then only the new one works',
    withBusiness(async (crm) => {
      const { email, visitor, ticket, code, giving } = await asking(crm);
      const again = () => visitor.does((visit) => resendCode(visit, ticket));
      visitor.later(99);
      expect(await refusalOf(again())).toMatchObject({ status: 429, retryAfter: 1 });
      visitor.later(1);
      expect(await again()).toEqual({ ticket, resendAfterSeconds: 100 });
      const newCode = await codeTo(crm, email);
      const oldCode = code === newCode ? otherThan(newCode) : code;
      expect(await refusalOf(giving(oldCode))).toMatchObject(badCode);
      expect(meOf(await giving(newCode)).member.email).toBe(email);
    }),
  );

  test(
    'never fits for an address without an account, whose owner is told so',
    withBusiness(async (crm) => {
      const email = newEmail();
      const visitor = visitorOf(crm);
      const { ticket } = await visitor.does((visit) => askSignInCode(visit, { email }));
      const [mail] = await crm.mailTo(email);
      expect(mail!.subject).toBe('There is no account with this address');
      const given = visitor.does((visit) => signInByCode(visit, { ticket, code: '123456' }));
      expect(await refusalOf(given)).toMatchObject(badCode);
    }),
  );

  test(
    'brings twenty mails in an hour at most, and a browser that was in before still gets one',
    withBusiness(async (crm) => {
      const { visitor: owner, me } = await joined(crm);
      const { email } = me.member;
      const asked = (by = visitorOf(crm)) => refusalOf(by.does((visit) => askSignInCode(visit, { email })));
      const refusals = await Promise.all(Array.from({ length: 25 }, () => asked()));
      expect(refusals.filter((refusal) => refusal?.status === 429).length).toBeGreaterThanOrEqual(5);
      expect(await asked()).toMatchObject({ status: 429 });
      expect(await asked(owner)).toBeNull();
    }),
  );
});

describe('W11 ASVS 6.6.2 a code is bound to what it was asked for', () => {
  test(
    'a code to sign in makes no account and sets no password',
    withBusiness(async (crm) => {
      const { visitor, ticket, code, giving } = await asking(crm);
      const proved = visitor.does((visit) => prove(visit, { ticket, code }));
      expect(await refusalOf(proved)).toMatchObject(badCode);
      const reset = visitor.does((visit) => resetPassword(visit, { ticket, code, password: newPassword }));
      expect(await refusalOf(reset)).toMatchObject(badCode);
      expect(await refusalOf(giving(code))).toBeNull();
    }),
  );

  test(
    'a code to sign up signs nobody in and sets no password',
    withBusiness(async (crm) => {
      const form = signUpForm(crm);
      const visitor = visitorOf(crm);
      const { ticket } = await visitor.does((visit) => signUp(visit, form));
      const code = await codeTo(crm, form.email);
      expect(await refusalOf(visitor.does((visit) => signInByCode(visit, { ticket, code })))).toMatchObject(badCode);
      const reset = visitor.does((visit) => resetPassword(visit, { ticket, code, password: newPassword }));
      expect(await refusalOf(reset)).toMatchObject(badCode);
      expect(await refusalOf(visitor.does((visit) => prove(visit, { ticket, code })))).toBeNull();
    }),
  );

  test(
    "a code of one's own does not fit the ticket of somebody else",
    withBusiness(async (crm) => {
      const [own, other] = [await asking(crm), await asking(crm)];
      const stolen = own.code === other.code ? otherThan(other.code) : own.code;
      expect(await refusalOf(other.giving(stolen))).toMatchObject(badCode);
    }),
  );
});
