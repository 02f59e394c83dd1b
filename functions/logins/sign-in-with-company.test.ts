import { describe, expect, test } from 'vitest';
import type { OauthProvider } from '#domain/logins/login.ts';
import { completeProfile } from '#functions/members/complete-profile.ts';
import { joined, newEmail, opened, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import { linkWith, memberIn, signInWith } from './testing/with-company.ts';

const name = 'Dipika Sarraf';

describe.each<OauthProvider>(['google', 'linkedin'])('F036 an account of %s', (provider) => {
  test(
    'signs up at a business, and signs in again there and without an address',
    withBusiness(async (crm) => {
      const email = newEmail();
      const at = { slug: crm.workspace.slug };
      const member = memberIn(await signInWith(visitorOf(crm), provider, { email, name, at }));
      expect(member).toMatchObject({ email, name, joinedBy: provider, role: 'customer', status: 'email-verified' });

      const again = visitorOf(crm);
      expect(memberIn(await signInWith(again, provider, { email, name, at })).id).toBe(member.id);
      expect(await again.caller()).toMatchObject({ memberId: member.id, workspaceId: crm.workspace.id });
      expect(memberIn(await signInWith(visitorOf(crm), provider, { email, name })).id).toBe(member.id);
    }),
  );
});

test(
  'ASVS 7.6.1 a session opened by a company’s sign-in lives by our limits, and knows nothing of the session there',
  withBusiness(async (crm) => {
    const visitor = visitorOf(crm);
    await signInWith(visitor, 'google', { email: newEmail(), at: { slug: crm.workspace.slug } });
    visitor.later(8 * 3600 - 1);
    expect(await visitor.caller()).not.toBeNull();
    visitor.later(8 * 3600 + 1);
    expect(await visitor.caller()).toBeNull();
  }),
);

test(
  'F038 age and role, which no company tells, are asked for in Complete Your Profile',
  withBusiness(async (crm) => {
    const visitor = visitorOf(crm);
    const at = { slug: crm.workspace.slug };
    expect(memberIn(await signInWith(visitor, 'google', { email: newEmail(), at })).age).toBeNull();

    const incomplete = visitor.works((work) => completeProfile(work, { task: 'Ring resize' }));
    expect(await refusalOf(incomplete)).toMatchObject({ status: 400, errors: [{ pointer: '/body/age' }] });
    const profile = { task: 'Ring resize', age: 34, role: 'customer' } as const;
    const { member } = await visitor.works((work) => completeProfile(work, profile));
    expect(member).toMatchObject({ age: 34, role: 'customer', status: 'profile-submitted' });
  }),
);

test(
  'without a business, somebody unknown is told to use its address, and nothing is made',
  withBusiness(async (crm) => {
    const email = newEmail();
    const unknown = signInWith(visitorOf(crm), 'google', { email });
    expect(await refusalOf(unknown)).toMatchObject({ type: '/problems/login-refused', status: 403 });
    const at = { slug: crm.workspace.slug };
    expect(memberIn(await signInWith(visitorOf(crm), 'google', { email, at })).joinedBy).toBe('google');
  }),
);

test.each<OauthProvider>(['google', 'linkedin'])(
  'W13 ASVS 6.8.1 %s never opens an account that has the same address',
  (provider) =>
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const { email } = me.member;
      const taker = visitorOf(crm);
      const refusal = await refusalOf(
        signInWith(taker, provider, { email, name: 'A taker', at: { slug: crm.workspace.slug } }),
      );
      expect(refusal).toMatchObject({ type: '/problems/login-refused', status: 403 });
      expect(refusal?.detail).toContain('connect');
      expect(await taker.caller()).toBeNull();
    })(),
);

test(
  'ASVS 6.8.1 the same id at another company is somebody else',
  withBusiness(async (crm) => {
    const at = { slug: crm.workspace.slug };
    const subject = crypto.randomUUID();
    const one = memberIn(await signInWith(visitorOf(crm), 'google', { email: newEmail(), subject, at }));
    const other = memberIn(await signInWith(visitorOf(crm), 'linkedin', { email: newEmail(), subject, at }));
    expect(other.accountId).not.toBe(one.accountId);
  }),
);

test(
  'ASVS 6.8.1 a company that gives its person another address still leads to the same account',
  withBusiness(async (crm) => {
    const at = { slug: crm.workspace.slug };
    const subject = crypto.randomUUID();
    const email = newEmail();
    const first = memberIn(await signInWith(visitorOf(crm), 'google', { email, subject, at }));
    const again = memberIn(await signInWith(visitorOf(crm), 'google', { email: newEmail(), subject, at }));
    expect(again).toMatchObject({ accountId: first.accountId, email });
  }),
);

test(
  'twenty first sign-ins of one account at once make one account',
  withBusiness(async (crm) => {
    const email = newEmail();
    const at = { slug: crm.workspace.slug };
    const ways = Array.from({ length: 20 }, () => signInWith(visitorOf(crm), 'google', { email, at }));
    const accounts = (await Promise.all(ways)).map((finished) => memberIn(finished).accountId);
    expect(new Set(accounts).size).toBe(1);
  }),
);

test(
  'a customer of one business who signs in at another becomes its customer too',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const email = newEmail();
    await linkWith(visitor, 'google', { email });
    const { me: other } = await opened(crm);
    const member = memberIn(await signInWith(visitorOf(crm), 'google', { email, at: { slug: other.workspace.slug } }));
    expect(member).toMatchObject({ accountId: me.member.accountId, role: 'customer', email: me.member.email });
  }),
);

test(
  'after the sign-in the person goes where they wished to be',
  withBusiness(async (crm) => {
    const at = { slug: crm.workspace.slug, next: '/portal/tasks?status=pending' };
    const finished = await signInWith(visitorOf(crm), 'google', { email: newEmail(), at });
    expect(finished.next).toBe('/portal/tasks?status=pending');
  }),
);
