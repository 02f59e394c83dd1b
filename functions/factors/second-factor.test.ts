import { describe, expect, test } from 'vitest';
import { enrolTotp, firstFactorGiven } from '#functions/testing/enrolled.ts';
import { joined, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { secondFactor, waysOfSignIn } from './second-factor.ts';

const twenty = Array.from({ length: 20 }, (_, index) => index);

/** Somebody with an authenticator app, who has proved the first factor in another browser. */
async function halfIn(crm: Crm) {
  const { visitor: owner, me } = await joined(crm);
  const { app, recoveryCodes } = await enrolTotp(owner);
  const browser = visitorOf(crm);
  browser.later(30);
  const answer = await firstFactorGiven(browser, me);
  const code = () => app.codeAt(browser.visit().now());
  const giving = (given: string, way: 'totp' | 'recovery-code' = 'totp') =>
    browser.does((visit) => secondFactor(visit, { way, code: given }));
  return { owner, me, app, recoveryCodes, browser, answer, code, giving };
}

describe('F063 an account with an authenticator app', () => {
  test(
    'is asked for a code after the password, and only then has a session',
    withBusiness(async (crm) => {
      const { browser, answer, code, giving, me } = await halfIn(crm);
      expect(answer).toEqual({ step: 'second-factor', ways: ['totp', 'recovery-code'] });
      expect(await browser.caller()).toBeNull();
      expect(await browser.does((visit) => waysOfSignIn(visit))).toEqual({ ways: ['totp', 'recovery-code'] });

      expect(await giving(await code())).toMatchObject({ step: 'in', me: { member: { id: me.member.id } } });
      expect(await browser.caller()).toMatchObject({ memberId: me.member.id });
    }),
  );

  test(
    'ASVS 6.5.1 a code works once, also in another sign-in',
    withBusiness(async (crm) => {
      const { me, code, giving, browser } = await halfIn(crm);
      const used = await code();
      await giving(used);
      await firstFactorGiven(browser, me);
      expect((await refusalOf(giving(used)))?.title).toBe('Invalid or expired OTP');
      browser.later(30);
      await giving(await code());
    }),
  );

  test(
    'ASVS 6.5.1 one code in twenty browsers at once lets one in',
    withBusiness(async (crm) => {
      const { me, code } = await halfIn(crm);
      const browsers = twenty.map(() => visitorOf(crm));
      for (const one of browsers) await firstFactorGiven(one, me);
      const given = await code();
      const give = (one: (typeof browsers)[number]) =>
        refusalOf(one.does((visit) => secondFactor(visit, { way: 'totp', code: given })));
      for (const one of browsers) one.later(30);
      const refusals = await Promise.all(browsers.map(give));
      expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
    }),
  );

  test(
    'six wrong codes are slowed down, more the more they are, and a right one is taken after the wait',
    withBusiness(async (crm) => {
      const { browser, me, code, giving } = await halfIn(crm);
      for (let n = 0; n < 5; n++) expect((await refusalOf(giving('000000')))?.status).toBe(400);
      expect((await refusalOf(giving('000000')))?.status).toBe(400);
      expect((await refusalOf(giving(await code())))?.status).toBe(429);
      const subjects = (await crm.mailTo(me.member.email)).map(({ subject }) => subject);
      expect(subjects.filter((subject) => subject === 'Somebody tries to sign in as you')).toHaveLength(1);
      browser.later(1);
      expect((await refusalOf(giving('000000')))?.status).toBe(400);
      browser.later(1);
      expect((await refusalOf(giving(await code())))?.status).toBe(429);
      browser.later(1);
      expect(await giving(await code())).toMatchObject({ step: 'in' });
    }),
  );

  test.each([
    [599, null],
    [600, 'This sign-in took too long'],
  ])('has %i seconds for the second step: %s', (seconds, title) =>
    withBusiness(async (crm) => {
      const { browser, code, giving } = await halfIn(crm);
      browser.later(seconds);
      expect((await refusalOf(giving(await code())))?.title ?? null).toBe(title);
    })(),
  );

  test(
    'session fixation: what the browser held before is worth nothing after, and a planted sign-in never was anything',
    withBusiness(async (crm) => {
      const { browser, code, giving } = await halfIn(crm);
      const before = browser.cookies();
      await giving(await code());
      const names = browser.cookies().map(({ name }) => name);
      expect(names).not.toContain('__Host-sign-in');
      browser.useCookies(before);
      expect(await browser.caller()).toBeNull();
      expect((await refusalOf(browser.does((visit) => waysOfSignIn(visit))))?.status).toBe(401);

      const planted = visitorOf(crm);
      planted.useCookies([{ name: '__Host-sign-in', value: 'A'.repeat(43) }]);
      expect((await refusalOf(planted.does((visit) => waysOfSignIn(visit))))?.status).toBe(401);
    }),
  );

  test(
    'a code is worth nothing in a browser that proved no first factor',
    withBusiness(async (crm) => {
      const { code } = await halfIn(crm);
      const stranger = visitorOf(crm);
      const given = await code();
      const giving = stranger.does((visit) => secondFactor(visit, { way: 'totp', code: given }));
      expect((await refusalOf(giving))?.title).toBe('This sign-in took too long');
    }),
  );

  test(
    'the code of somebody else does not fit',
    withBusiness(async (crm) => {
      const one = await halfIn(crm);
      const other = await halfIn(crm);
      const theirs = await other.code();
      const isSame = theirs === (await one.code());
      expect((await refusalOf(one.giving(isSame ? '000000' : theirs)))?.status).toBe(400);
    }),
  );
});
