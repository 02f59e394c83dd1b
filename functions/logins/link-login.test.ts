import { expect, test } from 'vitest';
import { loginRoutes } from '#domain/logins/routes.ts';
import { enrolTotp } from '#functions/testing/enrolled.ts';
import { joined, newEmail, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import { listLogins } from './list-logins.ts';
import { linkWith, memberIn, signInWith } from './testing/with-company.ts';
import { unlinkLogin } from './unlink-login.ts';

test(
  'somebody connects Google on the profile, signs in with it, and disconnects it',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const email = newEmail();
    expect((await linkWith(visitor, 'google', { email })).outcome).toEqual({ step: 'linked', provider: 'google' });
    const { items } = await visitor.works(listLogins);
    expect(items.map(({ provider, connectedAt }) => [provider, connectedAt !== null])).toEqual([
      ['google', true],
      ['facebook', false],
      ['linkedin', false],
    ]);
    expect(memberIn(await signInWith(visitorOf(crm), 'google', { email })).id).toBe(me.member.id);

    await visitor.works((work) => unlinkLogin(work, 'google'));
    expect(await refusalOf(signInWith(visitorOf(crm), 'google', { email }))).toMatchObject({ status: 403 });
  }),
);

test(
  'each change of the logins is in the audit trail, and its owner gets a mail',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    await linkWith(visitor, 'linkedin', { email: newEmail() });
    await visitor.works((work) => unlinkLogin(work, 'linkedin'));

    const mails = await crm.mailTo(me.member.email);
    expect(mails.slice(0, 2).every(({ text }) => text.includes('LinkedIn'))).toBe(true);
    const entries = await crm.system().audit.newest({ limit: 10 });
    const actions = entries.map(({ action, detail }) => [action, detail.way]);
    expect(actions).toContainEqual(['login-linked', 'LinkedIn']);
    expect(actions).toContainEqual(['login-unlinked', 'LinkedIn']);
  }),
);

test('connecting and disconnecting ask for a fresh proof', () => {
  const { link, linkMicrosoft, unlink } = loginRoutes;
  expect([link, linkMicrosoft, unlink].every((route) => route.stepUp)).toBe(true);
});

test(
  'the last way in cannot be disconnected',
  withBusiness(async (crm) => {
    const visitor = visitorOf(crm);
    const email = newEmail();
    await signInWith(visitor, 'google', { email, at: { slug: crm.workspace.slug } });
    const last = visitor.works((work) => unlinkLogin(work, 'google'));
    expect(await refusalOf(last)).toMatchObject({ type: '/problems/conflict', status: 409 });

    await linkWith(visitor, 'linkedin', { email });
    await visitor.works((work) => unlinkLogin(work, 'google'));
    expect(memberIn(await signInWith(visitorOf(crm), 'linkedin', { email })).email).toBe(email);
  }),
);

test(
  'an account of a company belongs to one account here',
  withBusiness(async (crm) => {
    const email = newEmail();
    const one = await joined(crm);
    await linkWith(one.visitor, 'google', { email });
    const other = await joined(crm);
    expect(await refusalOf(linkWith(other.visitor, 'google', { email }))).toMatchObject({ status: 403 });
    expect(memberIn(await signInWith(visitorOf(crm), 'google', { email })).id).toBe(one.me.member.id);
  }),
);

test(
  'one account of each company is connected at a time, and the same one twice is no error',
  withBusiness(async (crm) => {
    const { visitor } = await joined(crm);
    const email = newEmail();
    await linkWith(visitor, 'google', { email });
    expect((await linkWith(visitor, 'google', { email })).outcome.step).toBe('linked');
    expect(await refusalOf(linkWith(visitor, 'google', { email: newEmail() }))).toMatchObject({ status: 403 });
    expect(await refusalOf(visitor.works((work) => unlinkLogin(work, 'facebook')))).toMatchObject({ status: 404 });
  }),
);

test(
  'ASVS 6.8.4 6.3.3 whatever a company asked for is one factor to us: the second one follows',
  withBusiness(async (crm) => {
    const { visitor } = await joined(crm);
    const email = newEmail();
    await linkWith(visitor, 'google', { email });
    await enrolTotp(visitor);

    const browser = visitorOf(crm);
    const { outcome } = await signInWith(browser, 'google', { email });
    expect(outcome).toMatchObject({ step: 'second-factor', ways: expect.arrayContaining(['totp']) });
    expect(await browser.caller()).toBeNull();
  }),
);
