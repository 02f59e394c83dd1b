import { describe, expect, test } from 'vitest';
import { isFreshProof } from '#domain/kernel/access.ts';
import { askSignInCode } from '#functions/accounts/sign-in-by-code.ts';
import { enrolPasskey, enrolTotp } from '#functions/testing/enrolled.ts';
import { codeTo, joined, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import type { Visitor } from '#functions/testing/visitor.ts';
import type { StepUpProof } from '#domain/factors/routes.ts';
import { stepUp, stepUpOptions, waysOfStepUp } from './step-up.ts';
import { sendStepUpCode } from './step-up-code.ts';

const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000');
const isFresh = async (visitor: Visitor): Promise<boolean> =>
  isFreshProof((await visitor.caller())!, visitor.visit().now());
const confirming = (visitor: Visitor, proof: StepUpProof) => visitor.works((work) => stepUp(work, proof));
const ways = (visitor: Visitor) => visitor.works((work) => waysOfStepUp(work));

describe('ASVS 7.5.1 confirming that it is you', () => {
  test(
    'is asked for 10 minutes after the sign-in; the password opens it again, under a new session id',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      visitor.later(599);
      expect(await isFresh(visitor)).toBe(true);
      visitor.later(1);
      expect(await isFresh(visitor)).toBe(false);
      expect(await ways(visitor)).toEqual(['password', 'code']);

      const before = visitor.cookies();
      const wrong = { way: 'password', current: 'not the password' } as const;
      expect(await refusalOf(confirming(visitor, wrong))).toMatchObject({ status: 400 });
      expect(await isFresh(visitor)).toBe(false);
      await confirming(visitor, { way: 'password', current: password });
      expect(await isFresh(visitor)).toBe(true);
      visitor.useCookies(before);
      expect(await visitor.caller()).toBeNull();
    }),
  );

  test(
    'by a code of the e-mail, which works once, in this session only and for 10 minutes',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      visitor.later(700);
      const taken = await visitor.works((work) => sendStepUpCode(work));
      const theirs = { way: 'code', ticket: taken.ticket, code: await codeTo(crm, me.member.email) } as const;
      const other = await joined(crm);
      expect(await refusalOf(confirming(other.visitor, theirs))).toMatchObject({ status: 400 });

      const { ticket } = await visitor.works((work) => sendStepUpCode(work));
      const code = await codeTo(crm, me.member.email);
      expect(await refusalOf(confirming(visitor, { way: 'code', ticket, code: otherThan(code) }))).toMatchObject({
        title: 'Invalid or expired OTP',
      });
      await confirming(visitor, { way: 'code', ticket, code });
      expect(await isFresh(visitor)).toBe(true);
      expect(await refusalOf(confirming(visitor, { way: 'code', ticket, code }))).toMatchObject({ status: 400 });

      const { ticket: slow } = await visitor.works((work) => sendStepUpCode(work));
      visitor.later(600);
      const late = await codeTo(crm, me.member.email);
      expect(await refusalOf(confirming(visitor, { way: 'code', ticket: slow, code: late }))).toMatchObject({
        status: 400,
      });
    }),
  );

  test(
    'a code that signs in is no code to confirm with',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const { email } = me.member;
      const { ticket } = await visitor.does((visit) => askSignInCode(visit, { email }));
      const code = await codeTo(crm, email);
      expect(await refusalOf(confirming(visitor, { way: 'code', ticket, code }))).toMatchObject({ status: 400 });
    }),
  );

  test(
    'five wrong codes of the e-mail spend it, also at once',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const { ticket } = await visitor.works((work) => sendStepUpCode(work));
      const code = await codeTo(crm, me.member.email);
      const wrong = { way: 'code', ticket, code: otherThan(code) } as const;
      await Promise.all(Array.from({ length: 12 }, () => refusalOf(confirming(visitor, wrong))));
      expect(await refusalOf(confirming(visitor, { way: 'code', ticket, code }))).toMatchObject({ status: 400 });
    }),
  );

  test(
    'with a second factor only by it: the weaker ways are refused',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const { app } = await enrolTotp(visitor);
      visitor.later(700);
      expect(await ways(visitor)).toEqual(['totp', 'recovery-code']);
      expect(await refusalOf(confirming(visitor, { way: 'password', current: password }))).toMatchObject({
        status: 409,
      });
      const code = await app.codeAt(visitor.visit().now());
      await confirming(visitor, { way: 'totp', code });
      expect(await isFresh(visitor)).toBe(true);
      expect(await refusalOf(confirming(visitor, { way: 'totp', code }))).toMatchObject({ status: 400 });
    }),
  );

  test(
    'by a recovery code, once',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const [code = ''] = (await enrolTotp(visitor)).recoveryCodes;
      visitor.later(700);
      await confirming(visitor, { way: 'recovery-code', code });
      expect(await isFresh(visitor)).toBe(true);
      expect(await refusalOf(confirming(visitor, { way: 'recovery-code', code }))).toMatchObject({ status: 400 });
    }),
  );

  test(
    'by a passkey of the account, and by nobody else',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const { authenticator } = await enrolPasskey(visitor);
      const stranger = await joined(crm);
      const theirs = (await enrolPasskey(stranger.visitor)).authenticator;
      visitor.later(700);
      const request = await visitor.works((work) => stepUpOptions(work));
      const foreign = theirs.sign({ ...request, allowCredentials: [] });
      expect(await refusalOf(confirming(visitor, { way: 'passkey', response: foreign }))).toMatchObject({
        status: 400,
      });
      const again = await visitor.works((work) => stepUpOptions(work));
      await confirming(visitor, { way: 'passkey', response: authenticator.sign(again) });
      expect(await isFresh(visitor)).toBe(true);
    }),
  );
});
