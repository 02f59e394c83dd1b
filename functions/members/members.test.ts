import { describe, expect, test } from 'vitest';
import { joined, withBusiness } from '#functions/testing/people.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { completeProfile } from './complete-profile.ts';
import { listColleagues } from './list-colleagues.ts';
import { verifyMember } from './verify-member.ts';

const waiting = async (crm: Crm) => {
  const { visitor, me } = await joined(crm);
  await completeProfile(await visitor.work(), { task: 'Ring resize', description: '' });
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
    'waits until the profile is complete',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      await expect(verifyMember(await crm.work('admin'), me.member.id)).rejects.toMatchObject({
        problem: { status: 409 },
      });
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
      expect((await members.list({ role: 'manager', limit: 50 })).items.map(({ role }) => role)).toEqual(['manager']);
      expect((await members.list({ role: 'customer', status: 'verified', limit: 50 })).items).toEqual([]);
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
