import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Me, SignedIn } from '#domain/members/member.ts';
import { WayIn } from '#domain/sessions/session.ts';
import { finishSignIn } from '#functions/accounts/finish-sign-in.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { askSignInCode, signInByCode } from '#functions/accounts/sign-in-by-code.ts';
import { linkWith, signInWith } from '#functions/logins/testing/with-company.ts';
import { acceptInvitation } from '#functions/members/accept-invitation.ts';
import { inviteMember } from '#functions/members/invite-member.ts';
import { enrolTotp } from '#functions/testing/enrolled.ts';
import { codeTo, joined, opened, password, withBusiness } from '#functions/testing/people.ts';
import { type Visitor, visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { secondFactor } from './second-factor.ts';

type Coming = { crm: Crm; browser: Visitor; me: Me };

/** Each way in as a person goes it, in a browser that is signed in to nothing. */
const ways: Record<string, (coming: Coming) => Promise<{ step: string }>> = {
  password: ({ browser, me }) => browser.does((visit) => signIn(visit, { email: me.member.email, password })),

  'a code of the e-mail': async ({ crm, browser, me }) => {
    const { email } = me.member;
    const { ticket } = await browser.does((visit) => askSignInCode(visit, { email }));
    const code = await codeTo(crm, email);
    return browser.does((visit) => signInByCode(visit, { ticket, code }));
  },

  'an invitation': async ({ crm, browser, me }) => {
    const { email } = me.member;
    const other = await opened(crm);
    await other.visitor.works((work) => inviteMember(work, { email, role: 'employee' }));
    const texts = (await crm.mailTo(email)).map(({ text }) => text);
    const token = texts.map((text) => /\/invite\/([\w-]+)/.exec(text)?.[1]).find(Boolean) ?? '';
    const answer = { token, name: 'Per Dahl', age: 28, password };
    return browser.does((visit) => acceptInvitation(visit, answer));
  },

  google: async ({ browser, me }) => {
    const { email } = me.member;
    return (await signInWith(browser, 'google', { email })).outcome;
  },
};

describe('ASVS 6.3.3 6.3.4 the second factor is asked for after every way in', () => {
  test.each(Object.keys(ways))('%s', (way) =>
    withBusiness(async (crm) => {
      const { visitor: owner, me } = await joined(crm);
      if (way === 'google') await linkWith(owner, 'google', { email: me.member.email });
      const { app } = await enrolTotp(owner);
      const browser = visitorOf(crm);
      browser.later(30);

      expect(await ways[way]!({ crm, browser, me })).toMatchObject({ step: 'second-factor' });
      expect(await browser.caller()).toBeNull();
      const code = await app.codeAt(browser.visit().now());
      await browser.does((visit) => secondFactor(visit, { way: 'totp', code }));
      expect(await browser.caller()).toMatchObject({ accountId: me.member.accountId });
    })(),
  );

  test.each(WayIn.options)('and by "%s" only the passkey is both factors at once', (by) =>
    withBusiness(async (crm) => {
      const { visitor: owner, me } = await joined(crm);
      await enrolTotp(owner);
      const { accountId } = me.member;
      const answer: SignedIn = await visitorOf(crm).does((visit) => finishSignIn(visit, { accountId, me, by }));
      expect(answer.step).toBe(by === 'passkey' ? 'in' : 'second-factor');
    })(),
  );

  test('no other code opens a session: a new way in cannot forget it', () => {
    const callers = (name: string) =>
      globSync('functions/**/*.ts')
        .filter((file) => !file.endsWith('.test.ts'))
        .filter((file) => new RegExp(`import [^;]*\\b${name}\\b[^;]*;`).test(readFileSync(file, 'utf8')))
        .toSorted();
    expect(callers('openSession')).toEqual(['functions/accounts/session.ts']);
    expect(callers('startSession')).toEqual(['functions/accounts/finish-sign-in.ts']);
    expect(callers('enter')).toEqual(['functions/factors/second-factor.ts']);
  });
});
