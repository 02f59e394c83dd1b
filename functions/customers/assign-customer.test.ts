import { describe, expect, test } from 'vitest';
import { listLoads } from '#functions/members/list-loads.ts';
import { readMember } from '#functions/members/list-members.ts';
import { listCustomersOf } from '#functions/members/list-customers-of.ts';
import { deleteMember } from '#functions/members/delete-member.ts';
import { exportMembers } from '#functions/members/export-members.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { linesOf } from '#functions/testing/list-model.ts';
import { make } from '#functions/testing/make.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { assignCustomer, unassignCustomer } from './assign-customer.ts';

const loadsOf = async (crm: Crm, memberIds: string[]) => {
  const { items } = await listLoads(await crm.work('admin'), memberIds);
  return memberIds.map((memberId) => {
    const { tasksAssigned, assignedPeople } = items.find(({ id }) => id === memberId)!;
    return [tasksAssigned, assignedPeople];
  });
};

describe('F069 a customer', () => {
  test(
    'TC005 is assigned to an employee, who then has them',
    withCrm(async (crm) => {
      const [admin, employee, customer] = [
        await crm.work('admin'),
        await crm.work('employee'),
        await crm.addCustomer(),
      ];
      const { memberId } = employee.caller;
      const assigned = await assignCustomer(admin, customer.id, memberId);
      expect(assigned.owner).toEqual({ id: memberId, name: employee.caller.name });
      expect(await admin.customers.get(customer.id)).toEqual(assigned);
      expect((await listCustomersOf(admin, memberId, { limit: 5 })).items).toEqual([assigned]);
    }),
  );

  test(
    'TC006 is unassigned, and twice changes nothing',
    withCrm(async (crm) => {
      const [admin, employee, customer] = [
        await crm.work('admin'),
        await crm.work('employee'),
        await crm.addCustomer(),
      ];
      await assignCustomer(admin, customer.id, employee.caller.memberId);
      const unassigned = await unassignCustomer(admin, customer.id);
      expect(unassigned.owner).toBeNull();
      expect(await unassignCustomer(admin, customer.id)).toEqual(unassigned);
      expect((await listCustomersOf(admin, employee.caller.memberId, { limit: 5 })).items).toEqual([]);
    }),
  );

  test(
    'is assigned to verified staff of the same business only',
    withCrm(async (crm) => {
      const [admin, customer] = [await crm.work('admin'), await crm.addCustomer()];
      const someone = await crm.work('customer');
      expect(await refusalOf(assignCustomer(admin, customer.id, someone.caller.memberId))).toMatchObject({
        status: 409,
      });
      await withCrm(async (other) => {
        const { caller } = await other.work('employee');
        expect(await refusalOf(assignCustomer(admin, customer.id, caller.memberId))).toMatchObject({ status: 404 });
        const theirs = await other.addCustomer();
        expect(await refusalOf(assignCustomer(admin, theirs.id, admin.caller.memberId))).toMatchObject({ status: 404 });
      })();
    }),
  );

  test(
    'keeps the measures that are written at the same moment',
    withCrm(async (crm) => {
      const [admin, customer] = [await crm.work('admin'), await crm.addCustomer()];
      const measures = make.measures({ lastPaidOn: '2026-01-02', frequency: 2, monetary: 500 });
      await Promise.all([
        assignCustomer(admin, customer.id, admin.caller.memberId),
        admin.customers.setMeasures(new Map([[customer.id, measures]]), 3),
      ]);
      const stored = await admin.customers.get(customer.id);
      expect([stored.measures, stored.owner?.id]).toEqual([measures, admin.caller.memberId]);
    }),
  );
});

describe('F102 F103 the list of users', () => {
  test(
    'Q09 counts tasks, and distinct people over tasks and assigned customers, for both sides',
    withCrm(async (crm) => {
      const [admin, employee, other] = [
        await crm.work('admin'),
        await crm.work('employee'),
        await crm.work('employee'),
      ];
      const customer = await crm.work('customer');
      const { customerId, memberId: customerMemberId } = customer.caller;
      const { memberId } = employee.caller;
      const taskFor = async (of: string, employeeId: string) => {
        const { id, version } = await createTask(admin, { ...make.taskDraft(), customerId: of });
        await assignTask(admin, id, { employeeId, version });
      };
      await taskFor(customerId!, memberId);
      await taskFor(customerId!, memberId);
      await taskFor(customerId!, other.caller.memberId);
      await assignCustomer(admin, customerId!, memberId);
      await assignCustomer(admin, (await crm.addCustomer()).id, memberId);

      const asked = [memberId, customerMemberId, other.caller.memberId, admin.caller.memberId];
      expect(await loadsOf(crm, asked)).toEqual([
        [2, 2],
        [3, 2],
        [1, 1],
        [0, 0],
      ]);
      expect(await readMember(admin, memberId)).toMatchObject({ tasksAssigned: 2, assignedPeople: 2 });
    }),
  );

  test(
    'counts for somebody deleted too, and leaves out who is of another business or nobody',
    withCrm(async (crm) => {
      const [admin, employee, customer] = [
        await crm.work('admin'),
        await crm.work('employee'),
        await crm.addCustomer(),
      ];
      const { memberId } = employee.caller;
      await assignCustomer(admin, customer.id, memberId);
      await deleteMember(admin, memberId);
      await withCrm(async (other) => {
        const theirs = (await other.work('employee')).caller.memberId;
        const { items } = await listLoads(admin, [theirs, memberId, crypto.randomUUID()]);
        expect(items).toEqual([{ id: memberId, tasksAssigned: 0, assignedPeople: 1 }]);
      })();
    }),
  );

  test(
    'is a file for the admin with the same columns',
    withCrm(async (crm) => {
      const admin = await crm.work('admin');
      await crm.work('customer');
      const lines = await linesOf(await exportMembers(admin, { sort: 'role', role: ['admin', 'customer'] }));
      expect(lines[0]).toContain('Name,Age,Email,Role,Admin,Verified,Form filled,Tasks assigned,Assigned people');
      expect(lines.slice(1, 3).map((line) => line.split(',').slice(3, 9))).toEqual([
        ['admin', 'yes', 'yes', 'yes', '0', '0'],
        ['customer', 'no', 'yes', 'yes', '0', '0'],
      ]);
    }),
  );
});
