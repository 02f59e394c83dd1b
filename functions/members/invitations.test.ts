import { describe, expect, test } from 'vitest';
import { isFreshProof } from '#domain/kernel/access.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { meOf, joined, newEmail, opened, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Visit } from '#functions/work.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import type { Me } from '#domain/members/member.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { addMember } from './add-member.ts';
import { inviteMember, resendInvitation, revokeInvitation } from './invite-member.ts';
import { deleteMember } from './delete-member.ts';
import { changeSignInRules } from '#functions/workspaces/change-sign-in-rules.ts';
import { openInvitation } from './open-invitation.ts';

const gone = { problem: { status: 404, title: 'The invitation was not found' } };
const answer = { name: 'Per Dahl', age: 28, password };
/** Of somebody an admin gave a password to. */
const own = { password: `${password} of my own`, givenPassword: password };
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
    visitor.does(async (visit): Promise<Me> => meOf(await acceptInvitation(visit, { token, ...answer, ...change })));
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
        name: null,
        age: null,
        password: 'new',
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
      const { items } = await crm.system().members.list({ role: ['manager'], limit: 50 });
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
      await expect(acceptInvitation(visit, { token: 'x'.repeat(43), ...answer })).rejects.toMatchObject(gone);
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
      expect(await visitor.does((visit) => openInvitation(visit, token))).toMatchObject({ password: 'own' });
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

test(
  'ASVS 7.2.4 6.3.3 whom an invitation lifts proves who they are in what was open before, under the rules of the new role',
  withBusiness(async (crm) => {
    const { email, accepting } = await invited(crm);
    const before = await joined(crm, { email });
    await changeSignInRules(await crm.work('admin'), { secondFactorFor: 'leaders' });
    expect(await before.visitor.caller()).toMatchObject({ role: 'customer', mustEnrol: false });
    await accepting();
    const caller = (await before.visitor.caller())!;
    expect(caller).toMatchObject({ role: 'manager', mustEnrol: true });
    expect(isFreshProof(caller, new Date())).toBe(false);
  }),
);

describe('an invitation that waits', () => {
  test(
    'can be taken back',
    withBusiness(async (crm) => {
      const { invitation, accepting } = await invited(crm);
      await revokeInvitation(await crm.work('admin'), invitation.id);
      await expect(accepting()).rejects.toMatchObject(gone);
      expect(await refusalOf(revokeInvitation(await crm.work('admin'), invitation.id))).toMatchObject({ status: 404 });
    }),
  );

  test(
    'can be sent again with all that is known, and the first link is worthless then',
    withBusiness(async (crm) => {
      const email = newEmail();
      const admin = await crm.work('admin');
      const { id } = await addMember(admin, { name: 'Ida Vik', age: 29, email, role: 'employee', password });
      const first = await tokenTo(crm, email);
      const later = { ...admin, now: () => new Date(Date.now() + 3_600_000) };
      expect(await resendInvitation(later, id)).toMatchObject({ name: 'Ida Vik', age: 29, hasPassword: true });
      const second = await tokenTo(crm, email);
      const visitor = visitorOf(crm);
      await expect(visitor.does((visit) => openInvitation(visit, first))).rejects.toMatchObject(gone);
      const me = await visitor.does(async (visit) => meOf(await acceptInvitation(visit, { token: second, ...own })));
      expect(me.member).toMatchObject({ name: 'Ida Vik', age: 29, role: 'employee' });
    }),
  );

  test(
    'is accepted without a password by somebody who is signed in with that address',
    withBusiness(async (crm) => {
      const { visitor, me } = await opened(crm);
      const { token } = await invited(crm, me.member.email);
      expect(await visitor.does((visit) => openInvitation(visit, token))).toMatchObject({ password: 'none' });
      const accepted = await visitor.does(async (visit) =>
        meOf(await acceptInvitation(visit, { token, name: 'Per', age: 30 })),
      );
      expect(accepted.member.accountId).toBe(me.member.accountId);
      expect(await visitor.caller()).toMatchObject({ workspaceId: crm.workspace.id, role: 'manager' });
    }),
  );

  test(
    'brings back who was deleted before it was sent, and not who was deleted since',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const admin = await crm.work('admin');
      await deleteMember(admin, me.member.id);
      const again = await invited(crm, me.member.email);
      expect((await again.accepting()).member).toMatchObject({ id: me.member.id, deletedAt: null, role: 'manager' });

      await deleteMember(admin, me.member.id);
      const third = await invited(crm, me.member.email);
      await admin.members.replace({
        ...(await admin.members.get(me.member.id)),
        deletedAt: '2099-01-01T00:00:00.000Z',
      });
      await expect(third.accepting()).rejects.toMatchObject(gone);
    }),
  );
});

describe('an acceptance that is cut off', () => {
  const minute = 60;
  type Cut = (visit: Visit, workspaceId: string) => void;
  const broken = () => Promise.reject(new Error('the machine went away'));

  /** The stores of the business, with one of them broken. */
  const breaking =
    (change: (stores: ReturnType<Visit['in']>) => Partial<ReturnType<Visit['in']>>): Cut =>
    (visit) => {
      const real = visit.in;
      visit.in = (workspaceId) => {
        const stores = real(workspaceId);
        return { ...stores, ...change(stores) };
      };
    };

  test.each<[string, Cut]>([
    ['before the member is made', breaking(({ members }) => ({ members: { ...members, add: broken } }))],
    ['before the session is opened', breaking(({ workspace }) => ({ workspace: { ...workspace, get: broken } }))],
  ])('%s is finished by the same link a moment later', (_, cut) =>
    withBusiness(async (crm) => {
      const email = newEmail();
      await addMember(await crm.work('admin'), { name: 'Ida Vik', age: 29, email, role: 'customer', password });
      const token = await tokenTo(crm, email);
      const visitor = visitorOf(crm);
      const cutOff = visitor.does((visit) => {
        cut(visit, crm.workspace.id);
        return acceptInvitation(visit, { token, ...own });
      });
      await expect(cutOff).rejects.toThrow('the machine went away');
      visitor.later(minute);
      // The account is there already: it has the password that was chosen.
      expect(await visitor.does((visit) => openInvitation(visit, token))).toMatchObject({ password: 'own' });
      const { member } = await visitor.does(async (visit) => meOf(await acceptInvitation(visit, { token, ...own })));
      expect(member).toMatchObject({ email, role: 'customer', status: 'verified', customerId: expect.any(String) });
      const { items } = await crm.system().members.list({ role: ['customer'], limit: 50 });
      expect(items.map(({ id }) => id)).toEqual([member.id]);
    })(),
  );
});
