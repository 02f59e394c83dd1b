import { describe, expect, test } from 'vitest';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { changeMember } from './change-member.ts';
import { deleteMember, restoreMember } from './delete-member.ts';
import { suspendMember } from './suspend-member.ts';

const acting = async (crm: Crm): Promise<number> =>
  (await crm.system().members.list({ role: ['admin'], status: 'verified', limit: 50 })).items.length;

const demote = async (by: Work, memberId: string) =>
  changeMember(by, memberId, { version: (await by.members.get(memberId)).version, role: 'employee' });

const ways: [string, (by: Work, memberId: string) => Promise<unknown>][] = [
  ['demote', demote],
  ['suspend', (by, memberId) => suspendMember(by, memberId, 'A reason')],
  ['delete', deleteMember],
  [
    'unverify',
    async (by, id) => changeMember(by, id, { version: (await by.members.get(id)).version, verified: false }),
  ],
];

describe.each(ways)('Q03 two admins who %s each other at the same moment', (_, act) => {
  test(
    'leave one: the last admin stays',
    withCrm(async (crm) => {
      const [one, other] = [await crm.work('admin'), await crm.work('admin')];
      const refusals = await Promise.all([
        refusalOf(act(one, other.caller.memberId)),
        refusalOf(act(other, one.caller.memberId)),
      ]);
      expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
      expect(refusals.find((refusal) => refusal !== null)).toMatchObject({
        status: 409,
        detail: 'This is the last admin. Please make somebody else an admin first.',
      });
      expect(await acting(crm)).toBe(1);
    }),
  );
});

test(
  'many admins deleted at once by one another leave one',
  withCrm(async (crm) => {
    const admins = await Promise.all(Array.from({ length: 6 }, () => crm.work('admin')));
    const next = (n: number) => admins[(n + 1) % admins.length]!.caller.memberId;
    await Promise.all(admins.map((admin, n) => refusalOf(deleteMember(admin, next(n)))));
    expect(await acting(crm)).toBe(1);
  }),
);

test(
  'the last admin can go once somebody else is one, and count again when restored',
  withCrm(async (crm) => {
    const [first, second] = [await crm.work('admin'), await crm.work('manager')];
    const { memberId } = second.caller;
    const { version } = await first.members.get(memberId);
    await changeMember(first, memberId, { version, role: 'admin' });
    await deleteMember(second, first.caller.memberId);
    expect(
      await refusalOf(second.members.replace({ ...(await second.members.get(memberId)), role: 'manager' })),
    ).toMatchObject({ status: 409 });
    await restoreMember(second, first.caller.memberId);
    expect(await acting(crm)).toBe(2);
    await demote(first, memberId);
    expect(await acting(crm)).toBe(1);
  }),
);

test.each(ways)('nobody can %s themselves by accident', (_, act) =>
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    await crm.work('admin');
    expect(await refusalOf(act(admin, admin.caller.memberId))).toMatchObject({ status: 409 });
    expect(await acting(crm)).toBe(2);
  })(),
);
