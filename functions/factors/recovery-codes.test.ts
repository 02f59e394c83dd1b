import { describe, expect, test } from 'vitest';
import { enrolTotp, firstFactorGiven } from '#functions/testing/enrolled.ts';
import { codeTo, joined, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { askReset, resetPassword } from '#functions/accounts/reset-password.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { sendStepUpCode } from './step-up-code.ts';
import { stepUp } from './step-up.ts';
import { newRecoveryCodes, withoutCode } from './recovery-codes.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { secondFactor } from './second-factor.ts';

const notValid = { title: 'This recovery code is not valid' };

async function lostPhone(crm: Crm) {
  const { visitor: owner, me } = await joined(crm);
  const { recoveryCodes } = await enrolTotp(owner);
  const { email } = me.member;
  const recover = async (code: string) => {
    const browser = visitorOf(crm);
    browser.later(120);
    await firstFactorGiven(browser, me);
    return browser.does((visit) => secondFactor(visit, { way: 'recovery-code', code }));
  };
  return { owner, me, email, recoveryCodes, recover };
}

describe('a recovery code', () => {
  test(
    'ASVS 6.5.1 each of the ten lets in once; the owner is told each time how many are left',
    withBusiness(async (crm) => {
      const { recoveryCodes, recover, email } = await lostPhone(crm);
      for (const code of recoveryCodes) expect(await recover(code)).toMatchObject({ step: 'in' });
      for (const code of recoveryCodes.slice(0, 2)) expect(await refusalOf(recover(code))).toMatchObject(notValid);
      const used = (await crm.mailTo(email)).filter(({ subject }) => subject === 'A recovery code was used');
      expect(used).toHaveLength(10);
      expect(used.some(({ text }) => text.includes('One is left.'))).toBe(true);
    }),
  );

  test(
    'ASVS 6.4.3 6.4.4 is the only way round a lost factor: a reset, or a mailed code in an open session, is none',
    withBusiness(async (crm) => {
      const { owner, email, recoveryCodes, recover } = await lostPhone(crm);
      const { ticket: asked } = await owner.works((work) => sendStepUpCode(work));
      const mailed = { way: 'code', ticket: asked, code: await codeTo(crm, email) } as const;
      expect(await refusalOf(owner.works((work) => stepUp(work, mailed)))).toMatchObject({ status: 409 });

      const browser = visitorOf(crm);
      const { ticket } = await browser.does((visit) => askReset(visit, email));
      const reset = { ticket, code: await codeTo(crm, email), password: 'another horse battery' };
      await browser.does((visit) => resetPassword(visit, reset));
      const login = { email, password: reset.password };
      expect(await browser.does((visit) => signIn(visit, login))).toMatchObject({ step: 'second-factor' });
      expect(await browser.caller()).toBeNull();
      expect(await recover(recoveryCodes[0]!)).toMatchObject({ step: 'in' });
    }),
  );

  test(
    'ASVS 6.5.1 given twenty times at once lets in once',
    withBusiness(async (crm) => {
      const { me, recoveryCodes } = await lostPhone(crm);
      const browsers = Array.from({ length: 20 }, () => visitorOf(crm));
      for (const browser of browsers) await firstFactorGiven(browser, me);
      const code = recoveryCodes[0]!;
      const give = (browser: (typeof browsers)[number]) =>
        refusalOf(browser.does((visit) => secondFactor(visit, { way: 'recovery-code', code })));
      const refusals = await Promise.all(browsers.map(give));
      expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
    }),
  );

  test.each([
    ['in capitals', (code: string) => code.toUpperCase()],
    ['without the hyphen', (code: string) => code.replace('-', '')],
    ['with spaces', (code: string) => ` ${code.replace('-', ' ')} `],
  ])('may be typed %s', (_, typed) =>
    withBusiness(async (crm) => {
      const { recoveryCodes, recover } = await lostPhone(crm);
      expect(await recover(typed(recoveryCodes[0]!))).toMatchObject({ step: 'in' });
    })(),
  );

  test(
    'of an earlier set is worth nothing once there is a new one',
    withBusiness(async (crm) => {
      const { owner, recoveryCodes, recover } = await lostPhone(crm);
      const renewed = await owner.works((work) => renewRecoveryCodes(work));
      expect(await refusalOf(recover(recoveryCodes[0]!))).toMatchObject(notValid);
      expect(await recover(renewed.recoveryCodes[0]!)).toMatchObject({ step: 'in' });
    }),
  );

  test('ASVS 6.5.3 6.5.4 is ten random letters and digits of 31, more than 20 bits', async () => {
    const { codes } = await newRecoveryCodes();
    for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
    expect(new Set([...codes, ...(await newRecoveryCodes()).codes]).size).toBe(20);
    expect(Math.log2(31 ** 10)).toBeGreaterThan(20);
  });

  test('of one set does not fit another', async () => {
    const [one, other] = [await newRecoveryCodes(), await newRecoveryCodes()];
    expect(await withoutCode(one.kept, other.codes[0]!)).toBeNull();
    expect((await withoutCode(one.kept, one.codes[3]!))?.hashes).toHaveLength(9);
  });
});
