import { describe, expect, test } from 'vitest';
import { businessForm, codeTo, signUpForm, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Visitor, visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import type { Visit } from '#functions/work.ts';
import { prove } from './prove.ts';
import { resendCode } from './resend-code.ts';
import { openBusiness, signUp } from './sign-up.ts';

const badCode = { problem: { status: 400, title: 'Invalid or expired OTP' } };
const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000');

async function joining(crm: Crm, visitor: Visitor) {
  const form = signUpForm(crm);
  const { ticket } = await visitor.does((visit) => signUp(visit, form));
  return { ticket, email: form.email, code: await codeTo(crm, form.email) };
}

async function opening(crm: Crm, visitor: Visitor) {
  const form = businessForm();
  const { ticket } = await visitor.does((visit) => openBusiness(visit, form));
  return { ticket, email: form.email, code: await codeTo(crm, form.email) };
}
const twenty = Array.from({ length: 20 }, (_, index) => index);

describe('a code', () => {
  const asked = async (crm: Crm) => {
    const visitor = visitorOf(crm);
    const form = signUpForm(crm);
    const { ticket } = await visitor.does((visit) => signUp(visit, form));
    const code = await codeTo(crm, form.email);
    const giving = (given: string) => visitor.does((visit) => prove(visit, { ticket, code: given }));
    return { visitor, form, ticket, code, giving };
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
    'ASVS 6.6.2 works once',
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

  test.each(['join', 'open'] as const)(
    'of somebody who wants to %s: a try cut off half-way is finished by the next',
    (kind) =>
      withBusiness(async (crm) => {
        const visitor = visitorOf(crm);
        const { ticket, email, code } = await (kind === 'join' ? joining(crm, visitor) : opening(crm, visitor));
        const cutOff = (visit: Visit): Visit => ({
          ...visit,
          in: () => {
            throw new Error('cut off');
          },
        });
        const proof = { ticket, code };
        await expect(visitor.does((visit) => prove(cutOff(visit), proof))).rejects.toThrow('cut off');
        expect(visitor.cookies()).toEqual([]);

        visitor.later(31);
        expect((await visitor.does((visit) => prove(visit, proof))).member.email).toBe(email);
        expect(await visitor.caller()).not.toBeNull();
        await expect(visitor.does((visit) => prove(visit, proof))).rejects.toMatchObject(badCode);
      })(),
  );

  test(
    'F028 ASVS 6.6.3 is dead after five wrong tries',
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
  ])('F027 ASVS 6.4.1 given after %i seconds is answered with %j', (seconds, title) =>
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
      const unknown = { ticket: 'x'.repeat(43), code: '123456' };
      await expect(visitorOf(crm).does((visit) => prove(visit, unknown))).rejects.toMatchObject(badCode);
    }),
  );

  test(
    'F024 is sent again after 100 seconds and not before; then only the new one works',
    withBusiness(async (crm) => {
      const { visitor, form, ticket, code, giving } = await asked(crm);
      const again = () => visitor.does((visit) => resendCode(visit, ticket));
      visitor.later(99);
      await expect(again()).rejects.toMatchObject({ problem: { status: 429 } });
      visitor.later(1);
      expect(await again()).toEqual({ ticket, resendAfterSeconds: 100 });

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
      const { visitor, ticket } = await asked(crm);
      visitor.later(600);
      await expect(visitor.does((visit) => resendCode(visit, ticket))).rejects.toMatchObject({
        problem: { status: 404 },
      });
    }),
  );
});
