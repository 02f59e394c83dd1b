import { describe, expect, test } from 'vitest';
import { signIn } from '#functions/accounts/sign-in.ts';
import { meOf, joined, newEmail, opened, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { inviteMember } from './invite-member.ts';
import { openInvitation } from './open-invitation.ts';

const gone = { problem: { status: 404, title: 'The invitation was not found' } };
const answer = { name: 'Per Dahl', age: 28, password };
const week = 7 * 24 * 3600;

async function tokenTo(crm: Crm, email: string): Promise<string> {
  const [mail] = await crm.mailTo(email);
  return /\/invite\/([\w-]+)/.exec(mail!.text)![1]!;
}

async function invited(crm: Crm, email = newEmail()) {
  const invitation = await inviteMember(await crm.work('admin'), { email, role: 'manager' });
  const token = await tokenTo(crm, email);
  const visitor = visitorOf(crm);
  const accepting = (change: Partial<typeof answer> = {}) =>
    visitor.does((visit) => acceptInvitation(visit, token, { ...answer, ...change }));
  return { email, invitation, token, visitor, accepting };
}

describe('an invitation', () => {
  test(
    'arrives by mail with a link that shows what it is for',
    withBusiness(async (crm) => {
      const { email, token, visitor } = await invited(crm);
      expect(await visitor.does((visit) => openInvitation(visit, token))).toEqual({
        workspaceName: crm.workspace.name,
        slug: crm.workspace.slug,
        email,
        role: 'manager',
        invitedBy: 'A verified admin',
        hasAccount: false,
      });
    }),
  );

  test(
    'makes a verified member with its role, who can sign in later',
    withBusiness(async (crm) => {
      const { email, visitor, accepting } = await invited(crm);
      const { member } = await accepting();
      expect(member).toMatchObject({ email, name: 'Per Dahl', role: 'manager', status: 'verified' });
      expect(await visitor.caller()).toMatchObject({ memberId: member.id, role: 'manager' });
      const again = await visitorOf(crm).does(async (visit) =>
        meOf(await signIn(visit, { email, password, slug: crm.workspace.slug })),
      );
      expect(again.member.id).toBe(member.id);
    }),
  );

  test(
    'works once',
    withBusiness(async (crm) => {
      const { token, visitor, accepting } = await invited(crm);
      await accepting();
      await expect(accepting()).rejects.toMatchObject(gone);
      await expect(visitor.does((visit) => openInvitation(visit, token))).rejects.toMatchObject(gone);
    }),
  );

  test(
    'accepted twenty times at once makes one member',
    withBusiness(async (crm) => {
      const { email, accepting } = await invited(crm);
      const refusals = await Promise.all(Array.from({ length: 20 }, () => refusalOf(accepting())));
      expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
      const { items } = await crm.system().members.list({ role: 'manager', limit: 50 });
      expect(items.map((member) => member.email)).toEqual([email]);
    }),
  );

  test.each([
    [week - 1, undefined],
    [week, 404],
  ])('accepted after %i seconds is answered with %j', (seconds, status) =>
    withBusiness(async (crm) => {
      const { visitor, accepting } = await invited(crm);
      visitor.later(seconds);
      expect((await refusalOf(accepting()))?.status).toBe(status);
    })(),
  );

  test(
    'with an unknown token is not found',
    withBusiness(async (crm) => {
      const visit = crm.visit();
      await expect(openInvitation(visit, 'x'.repeat(43))).rejects.toMatchObject(gone);
      await expect(acceptInvitation(visit, 'x'.repeat(43), answer)).rejects.toMatchObject(gone);
    }),
  );

  test(
    'sent again takes the place of the first',
    withBusiness(async (crm) => {
      const first = await invited(crm);
      const second = await invited(crm, first.email);
      await expect(first.accepting()).rejects.toMatchObject(gone);
      const { items } = await crm.system().invitations.open(new Date(), { limit: 50 });
      expect(items.map(({ email }) => email)).toEqual([first.email]);
      expect((await second.accepting()).member.email).toBe(first.email);
      expect((await crm.system().invitations.open(new Date(), { limit: 50 })).items).toEqual([]);
    }),
  );

  test(
    'for somebody who is a member already is refused',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      await expect(
        inviteMember(await crm.work('admin'), { email: me.member.email, role: 'employee' }),
      ).rejects.toMatchObject({
        problem: { status: 409 },
      });
    }),
  );

  test(
    'never shows its token to the admin',
    withBusiness(async (crm) => {
      const { invitation, token } = await invited(crm);
      expect(JSON.stringify(invitation)).not.toContain(token);
    }),
  );
});

describe('an invitation to somebody with an account', () => {
  test(
    'asks for the password they have',
    withBusiness(async (crm) => {
      const { me } = await opened(crm);
      const { token, visitor, accepting } = await invited(crm, me.member.email);
      expect(await visitor.does((visit) => openInvitation(visit, token))).toMatchObject({ hasAccount: true });
      await expect(accepting({ password: 'not the password' })).rejects.toMatchObject({ problem: { status: 401 } });
      const accepted = await accepting();
      expect(accepted.member).toMatchObject({ accountId: me.member.accountId, role: 'manager', status: 'verified' });
      expect(accepted.workspace.id).toBe(crm.workspace.id);
    }),
  );

  test(
    'lifts who has joined meanwhile, but not who was suspended meanwhile',
    withBusiness(async (crm) => {
      const one = await invited(crm);
      await joined(crm, { email: one.email });
      expect((await one.accepting()).member).toMatchObject({ role: 'manager', status: 'verified' });

      const other = await invited(crm);
      const { me } = await joined(crm, { email: other.email });
      const { members } = crm.system();
      await members.replace({ ...(await members.get(me.member.id)), status: 'suspended' });
      await expect(other.accepting()).rejects.toMatchObject(gone);
    }),
  );
});
