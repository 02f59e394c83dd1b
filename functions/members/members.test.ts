import { describe, expect, test } from 'vitest';
import { joined, withBusiness } from '#functions/testing/people.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { refusalOf } from '#domain/kernel/access.ts';
import { rolesWith } from '#domain/kernel/rights.ts';
import { JoiningRole } from '#domain/accounts/account.ts';
import { InvitationDraft } from '#domain/members/invitation.ts';
import { isVerified, landingOf, Profile } from '#domain/members/member.ts';
import { completeProfile } from './complete-profile.ts';
import { listColleagues } from './list-colleagues.ts';
import { verifyMember } from './verify-member.ts';

const waiting = async (crm: Crm) => {
  const { visitor, me } = await joined(crm);
  await completeProfile(await visitor.work(), { task: 'Ring resize' });
  return { visitor, memberId: me.member.id };
};

describe('verifying a member', () => {
  test(
    'opens the product to them at the next call',
    withBusiness(async (crm) => {
      const { visitor, memberId } = await waiting(crm);
      const verified = await verifyMember(await crm.work('admin'), memberId);
      expect(verified).toMatchObject({ status: 'verified', verifiedAt: expect.any(String) });
      expect(await visitor.caller()).toMatchObject({ status: 'verified' });
    }),
  );

  test(
    'twice keeps the first moment',
    withBusiness(async (crm) => {
      const { memberId } = await waiting(crm);
      const admin = await crm.work('admin');
      const { verifiedAt } = await verifyMember(admin, memberId);
      const later = { ...admin, now: () => new Date(Date.now() + 3_600_000) };
      expect((await verifyMember(later, memberId)).verifiedAt).toBe(verifiedAt);
    }),
  );

  test(
    'Q48 before the profile is complete leaves that step to the person, who need not wait after it',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const verified = await verifyMember(await crm.work('admin'), me.member.id);
      expect([isVerified(verified), landingOf(verified)]).toEqual([true, '/complete-profile']);
      expect(refusalOf('members.view', await visitor.caller())).toBe('not-verified');
      const { member } = await completeProfile(await visitor.work(), { task: 'Ring resize' });
      expect([member.status, landingOf(member)]).toEqual(['verified', '/portal']);
    }),
  );

  test(
    'that is no member but another thing of the business is not found',
    withCrm(async (crm) => {
      const verifying = verifyMember(await crm.work('admin'), crm.workspace.id);
      await expect(verifying).rejects.toMatchObject({ problem: { status: 404 } });
    }),
  );

  test(
    'of another business is not found',
    withBusiness(async (crm) => {
      const { memberId } = await waiting(crm);
      await withCrm(async (other) => {
        await expect(verifyMember(await other.work('admin'), memberId)).rejects.toMatchObject({
          problem: { status: 404 },
        });
      })();
    }),
  );

  test(
    'tells the member and the staff',
    withBusiness(async (crm) => {
      const { memberId } = await waiting(crm);
      const admin = await crm.work('admin');
      const told: unknown[] = [];
      const live = {
        ...admin.live,
        toStaff: async (event: unknown) => void told.push(['staff', event]),
        toMember: async (id: string, event: unknown) => void told.push([id, event]),
      };
      await verifyMember({ ...admin, live }, memberId);
      expect(told).toEqual([
        [memberId, { kind: 'member.verified' }],
        ['staff', { kind: 'members.changed' }],
      ]);
    }),
  );

  test(
    'is said in one mail, also when two admins press the button',
    withBusiness(async (crm) => {
      const { memberId } = await waiting(crm);
      const admin = await crm.work('admin');
      const { email } = await verifyMember(admin, memberId);
      await verifyMember(admin, memberId);
      const mails = (await crm.mailTo(email)).filter(
        ({ subject }) => subject === `You are in at ${crm.workspace.name}`,
      );
      expect(mails).toHaveLength(1);
      expect(mails[0]!.text).toContain(`/w/${crm.workspace.slug}/login`);
    }),
  );
});

describe('the list of members', () => {
  const add = async (crm: Crm, name: string, status: 'verified' | 'profile-submitted') => {
    const { members } = await crm.work('employee');
    const { items } = await members.list({ limit: 200 });
    const newest = items.find((member) => member.name === 'A verified employee')!;
    await members.replace({ ...newest, name, status });
  };

  test(
    'is in the order of names, whatever their capitals, page after page',
    withCrm(async (crm) => {
      for (const name of ['berit', 'Anna', 'Ærlig', 'Zoe', 'åse']) await add(crm, name, 'verified');
      const { members } = crm.system();
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await members.list({ limit: 2, cursor });
        names.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(names).toEqual(['Anna', 'åse', 'berit', 'Zoe', 'Ærlig']);
    }),
  );

  test(
    'shows one status or one role when asked',
    withCrm(async (crm) => {
      await add(crm, 'Anna', 'profile-submitted');
      await crm.work('manager');
      const { members } = crm.system();
      expect((await members.list({ status: 'profile-submitted', limit: 50 })).items.map(({ name }) => name)).toEqual([
        'Anna',
      ]);
      expect((await members.list({ role: ['manager'], limit: 50 })).items.map(({ role }) => role)).toEqual(['manager']);
      expect((await members.list({ role: ['customer'], status: 'verified', limit: 50 })).items).toEqual([]);
    }),
  );

  test(
    'never shows members of another business',
    withCrm(async (crm) => {
      const { caller } = await crm.work('manager');
      await withCrm(async (other) => {
        const { members } = await other.work('manager');
        expect((await members.list({ limit: 50 })).items.map(({ id }) => id)).not.toContain(caller.memberId);
        expect(await members.find(caller.memberId)).toBeNull();
      })();
    }),
  );
});

test(
  'colleagues are the verified staff',
  withCrm(async (crm) => {
    const manager = await crm.work('manager');
    await crm.work('customer');
    const { members } = manager;
    const waitingEmployee = await crm.work('employee');
    await members.replace({ ...(await members.get(waitingEmployee.caller.memberId)), status: 'profile-submitted' });
    expect((await listColleagues(manager)).items.map(({ id }) => id)).toEqual([manager.caller.memberId]);
  }),
);

test(
  'F090 a search finds by the beginning of a name and of an e-mail address, F105 by age and by role',
  withCrm(async (crm) => {
    const { members } = crm.system();
    const rename = async (role: 'customer' | 'employee', change: object) => {
      const { caller } = await crm.work(role);
      await members.replace({ ...(await members.get(caller.memberId)), ...change });
    };
    await rename('customer', { name: 'Dipika Sarraf', email: 'sarraf@example.com', age: 34 });
    await rename('customer', { name: 'Lucien Osei', email: 'dipper@example.com', age: 41 });
    await rename('employee', { name: 'Émile Zola', email: 'zola@example.com', age: 34 });
    const found = async (q: string) => (await members.list({ q, limit: 50 })).items.map(({ name }) => name);
    expect(await found('dip')).toEqual(['Dipika Sarraf', 'Lucien Osei']);
    expect(await found('34')).toEqual(['Dipika Sarraf', 'Émile Zola']);
    expect(await found('employee')).toEqual(['Émile Zola']);
    expect(await found('emile 34')).toEqual(['Émile Zola']);
    expect(await found('3')).toEqual([]);
  }),
);

test.each(['admin', 'manager'])(
  'Q02 nobody signs up as %s: such a role comes by invitation or an admin’s change',
  (role) => {
    expect(JoiningRole.safeParse(role).success).toBe(false);
    expect(Profile.safeParse({ task: 'Let me in', role }).success).toBe(false);
    expect(InvitationDraft.safeParse({ email: 'ida@example.com', role }).success).toBe(true);
  },
);

test('F065 F066 the rights to manage and verify users are the admin’s alone', () => {
  for (const right of ['members.manage', 'members.verify', 'members.invite', 'customers.assign'] as const)
    expect(rolesWith(right)).toEqual(['admin']);
});
