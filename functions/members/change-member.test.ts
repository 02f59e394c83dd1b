import { describe, expect, test } from 'vitest';
import { signIn } from '#functions/accounts/sign-in.ts';
import { joined, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { make } from '#functions/testing/make.ts';
import { changeMember } from './change-member.ts';
import { completeProfile } from './complete-profile.ts';
import { deleteMember, restoreMember } from './delete-member.ts';
import { resumeMember, suspendMember } from './suspend-member.ts';
import { rejectMember, verifyMember } from './verify-member.ts';

const memberOf = async (crm: Crm, role: 'employee' | 'customer' = 'employee') => {
  const { caller } = await crm.work(role);
  return crm.system().members.get(caller.memberId);
};

describe('F117 editing a user', () => {
  test(
    'changes what is sent and leaves the rest',
    withCrm(async (crm) => {
      const { id: memberId, version, email } = await memberOf(crm);
      const admin = await crm.work('admin');
      const wanted = { version, name: 'Ida Vik', age: 29, capabilities: ['canWorkLeads' as const] };
      expect(await changeMember(admin, memberId, wanted)).toMatchObject({
        name: 'Ida Vik',
        age: 29,
        capabilities: ['canWorkLeads'],
        email,
        role: 'employee',
        status: 'verified',
      });
    }),
  );

  test(
    'over a version that somebody else has changed is refused',
    withCrm(async (crm) => {
      const { id, version } = await memberOf(crm);
      const admin = await crm.work('admin');
      await changeMember(admin, id, { version, name: 'First' });
      expect(await refusalOf(changeMember(admin, id, { version, name: 'Second' }))).toMatchObject({ status: 412 });
    }),
  );

  test(
    'W9 one’s own role is for another admin to change',
    withCrm(async (crm) => {
      await crm.work('admin');
      const admin = await crm.work('admin');
      const { id, version } = await admin.members.get(admin.caller.memberId);
      expect(await refusalOf(changeMember(admin, id, { version, role: 'manager' }))).toMatchObject({ status: 409 });
      expect(await changeMember(admin, id, { version, name: 'Another name' })).toMatchObject({ name: 'Another name' });
    }),
  );

  test(
    'makes a customer record for who becomes a customer, and keeps it when they become staff again',
    withCrm(async (crm) => {
      const { id, version } = await memberOf(crm);
      const admin = await crm.work('admin');
      const customer = await changeMember(admin, id, { version, role: 'customer' });
      expect(await admin.customers.get(customer.customerId!)).toMatchObject({ memberId: id, name: customer.name });
      const staff = await changeMember(admin, id, { version: customer.version, role: 'manager' });
      expect(staff.customerId).toBe(customer.customerId);
    }),
  );

  test(
    'an employee with open tasks does not become a customer',
    withCrm(async (crm) => {
      const { id, version } = await memberOf(crm);
      const admin = await crm.work('admin');
      const task = await createTask(admin, { ...make.taskDraft(), customerId: (await crm.addCustomer()).id });
      await assignTask(admin, task.id, { employeeId: id, version: task.version });
      expect(await refusalOf(changeMember(admin, id, { version, role: 'customer' }))).toMatchObject({ status: 409 });
    }),
  );

  test(
    'a new name is the customer record’s name too, and is found there',
    withCrm(async (crm) => {
      const { id, version, customerId } = await memberOf(crm, 'customer');
      const admin = await crm.work('admin');
      const { measures } = await admin.customers.get(customerId!);
      await changeMember(admin, id, { version, name: 'Zoë Moss' });
      const { items } = await admin.customers.list({ q: 'zoe', limit: 5 });
      expect(items).toMatchObject([{ id: customerId, name: 'Zoë Moss', measures }]);
    }),
  );

  test(
    'a demotion acts at the next call and closes the sockets',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm, { role: 'employee' });
      await completeProfile(await visitor.work(), { task: 'Engraving' });
      const admin = await crm.work('admin');
      const { version } = await verifyMember(admin, me.member.id);
      const closed: string[] = [];
      const live = { ...admin.live, disconnect: async (id: string) => void closed.push(id) };
      await changeMember({ ...admin, live }, me.member.id, { version, role: 'customer' });
      expect(await visitor.caller()).toMatchObject({ role: 'customer', status: 'verified' });
      expect(closed).toEqual([me.member.id]);
    }),
  );
});

describe('rejecting', () => {
  test(
    'says why by mail and to the waiting page',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      await completeProfile(await visitor.work(), { task: 'Ring resize' });
      const admin = await crm.work('admin');
      const told: unknown[] = [];
      const live = { ...admin.live, toMember: async (id: string, event: unknown) => void told.push([id, event]) };
      const reason = 'We do not work on <watches>.';
      expect(await rejectMember({ ...admin, live }, me.member.id, reason)).toMatchObject({
        status: 'rejected',
        reason,
      });
      expect(told).toEqual([[me.member.id, { kind: 'member.rejected' }]]);
      const [mail] = await crm.mailTo(me.member.email);
      expect(mail!.text).toContain(reason);
      expect(mail!.html).not.toContain('<watches>');
      expect(await visitor.caller()).toMatchObject({ status: 'rejected' });
    }),
  );

  test(
    'is for those who wait: somebody verified is suspended instead',
    withCrm(async (crm) => {
      const { id } = await memberOf(crm);
      expect(await refusalOf(rejectMember(await crm.work('admin'), id, 'No'))).toMatchObject({ status: 409 });
    }),
  );
});

test(
  'a suspension acts at the next call and ends with what was there before',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    await completeProfile(await visitor.work(), { task: 'Ring resize' });
    const admin = await crm.work('admin');
    await verifyMember(admin, me.member.id);
    expect(await suspendMember(admin, me.member.id, 'A bill is open')).toMatchObject({ reason: 'A bill is open' });
    expect(await visitor.caller()).toMatchObject({ status: 'suspended' });
    expect(await refusalOf(verifyMember(admin, me.member.id))).toMatchObject({ status: 409 });
    await resumeMember(admin, me.member.id);
    expect(await visitor.caller()).toMatchObject({ status: 'verified' });
  }),
);

describe('W22 deleting a user', () => {
  test(
    'deletes: the session is refused, the list and the pickers leave them out, and nothing can be done with them',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const admin = await crm.work('admin');
      await deleteMember(admin, me.member.id);
      expect(await visitor.caller()).toBeNull();
      expect((await admin.members.list({ limit: 50 })).items.map(({ id }) => id)).toEqual([admin.caller.memberId]);
      expect((await admin.members.list({ deleted: 'yes', limit: 50 })).items.map(({ id }) => id)).toEqual([
        me.member.id,
      ]);
      expect(await refusalOf(verifyMember(admin, me.member.id))).toMatchObject({ status: 404 });
    }),
  );

  test(
    'can be taken back for 30 days',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const admin = await crm.work('admin');
      const { deletedAt } = await deleteMember(admin, me.member.id);
      expect((await deleteMember(admin, me.member.id)).deletedAt).toBe(deletedAt);
      const late = { ...admin, now: () => new Date(Date.now() + 31 * 86_400_000) };
      expect(await refusalOf(restoreMember(late, me.member.id))).toMatchObject({ status: 404 });
      const { email } = me.member;
      const signingIn = () => visitor.does((visit) => signIn(visit, { email, password, slug: crm.workspace.slug }));
      expect(await refusalOf(signingIn())).toMatchObject({ status: 409 });
      await restoreMember(admin, me.member.id);
      await signingIn();
      expect(await visitor.caller()).toMatchObject({ memberId: me.member.id });
    }),
  );
});

test(
  'W22 the role filter does what it says',
  withCrm(async (crm) => {
    for (const role of ['admin', 'manager', 'employee', 'customer'] as const) await crm.work(role);
    const { members } = crm.system();
    const rolesBy = async (filter: object) =>
      (await members.list({ ...filter, sort: 'role', limit: 50 })).items.map(({ role }) => role);
    expect(await rolesBy({ role: ['employee'] })).toEqual(['employee']);
    expect(await rolesBy({ role: ['customer', 'admin'] })).toEqual(['admin', 'customer']);
    expect(await rolesBy({ admin: 'yes' })).toEqual(['admin']);
    expect(await rolesBy({ admin: 'no', sort: 'role' })).toEqual(['manager', 'employee', 'customer']);
  }),
);

test(
  'W24 verifying answers with the member as they are now',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    await completeProfile(await visitor.work(), { task: 'Ring resize' });
    expect(await verifyMember(await crm.work('admin'), me.member.id)).toMatchObject({
      id: me.member.id,
      status: 'verified',
      verifiedAt: expect.any(String),
    });
  }),
);
