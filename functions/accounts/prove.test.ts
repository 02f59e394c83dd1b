import { describe, expect, test } from 'vitest';
import { codeTo, signUpForm, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { prove } from './prove.ts';
import { resendCode } from './resend-code.ts';
import { signUp } from './sign-up.ts';

const badCode = { problem: { status: 400, title: 'Invalid or expired OTP' } };
const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000');
const twenty = Array.from({ length: 20 }, (_, index) => index);

describe('a code', () => {
  const asked = async (crm: Crm) => {
    const visitor = visitorOf(crm);
    const form = signUpForm(crm);
    const { signUpId } = await visitor.does((visit) => signUp(visit, form));
    const code = await codeTo(crm, form.email);
    const giving = (given: string) => visitor.does((visit) => prove(visit, { signUpId, code: given }));
    return { visitor, form, signUpId, code, giving };
  };

  test(
    'that is wrong is refused, and the right one still works',
    withBusiness(async (crm) => {
      const { code, giving } = await asked(crm);
      await expect(giving(otherThan(code))).rejects.toMatchObject(badCode);
      expect((await giving(code)).member.status).toBe('email-verified');
    }),
  );

  test(
    'works once',
    withBusiness(async (crm) => {
      const { code, giving } = await asked(crm);
      await giving(code);
      await expect(giving(code)).rejects.toMatchObject(badCode);
    }),
  );

  test(
    'given twenty times at once makes one account and one session',
    withBusiness(async (crm) => {
      const { code, form, giving } = await asked(crm);
      const refusals = await Promise.all(twenty.map(() => refusalOf(giving(code))));
      expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
      expect(refusals.filter((refusal) => refusal?.title === badCode.problem.title)).toHaveLength(19);
      expect((await crm.system().members.list({ limit: 50 })).items.map(({ email }) => email)).toEqual([form.email]);
    }),
  );

  test(
    'is dead after five wrong tries',
    withBusiness(async (crm) => {
      const { code, giving } = await asked(crm);
      for (let index = 0; index < 5; index++) await expect(giving(otherThan(code))).rejects.toMatchObject(badCode);
      await expect(giving(code)).rejects.toMatchObject(badCode);
    }),
  );

  test(
    'is dead after five wrong tries at once',
    withBusiness(async (crm) => {
      const { code, giving } = await asked(crm);
      await Promise.allSettled(twenty.map(() => giving(otherThan(code))));
      await expect(giving(code)).rejects.toMatchObject(badCode);
    }),
  );

  test.each([
    [599, undefined],
    [600, 'Invalid or expired OTP'],
  ])('given after %i seconds is answered with %j', (seconds, title) =>
    withBusiness(async (crm) => {
      const { visitor, code, giving } = await asked(crm);
      visitor.later(seconds);
      expect((await refusalOf(giving(code)))?.title).toBe(title);
    })(),
  );

  test(
    'of another sign-up does not fit',
    withBusiness(async (crm) => {
      const one = await asked(crm);
      const other = await asked(crm);
      const stolen = other.code === one.code ? otherThan(one.code) : other.code;
      await expect(one.giving(stolen)).rejects.toMatchObject(badCode);
    }),
  );

  test(
    'for a sign-up that nobody asked for is refused',
    withBusiness(async (crm) => {
      const unknown = { signUpId: 'x'.repeat(43), code: '123456' };
      await expect(visitorOf(crm).does((visit) => prove(visit, unknown))).rejects.toMatchObject(badCode);
    }),
  );

  test(
    'is sent again after 100 seconds and not before; then only the new one works',
    withBusiness(async (crm) => {
      const { visitor, form, signUpId, code, giving } = await asked(crm);
      const again = () => visitor.does((visit) => resendCode(visit, signUpId));
      visitor.later(99);
      await expect(again()).rejects.toMatchObject({ problem: { status: 429 } });
      visitor.later(1);
      expect(await again()).toEqual({ signUpId, resendAfterSeconds: 100 });

      const newCode = await codeTo(crm, form.email);
      const oldCode = code === newCode ? otherThan(newCode) : code;
      await expect(giving(oldCode)).rejects.toMatchObject(badCode);
      visitor.later(599);
      expect((await giving(newCode)).member.email).toBe(form.email);
    }),
  );

  test(
    'of a sign-up that is over is not sent again',
    withBusiness(async (crm) => {
      const { visitor, signUpId } = await asked(crm);
      visitor.later(600);
      await expect(visitor.does((visit) => resendCode(visit, signUpId))).rejects.toMatchObject({
        problem: { status: 404 },
      });
    }),
  );
});
