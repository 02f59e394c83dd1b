import { expect, test } from 'vitest';
import { newcomer, submitProfile } from '#domain/members/member.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { changeTaskStatus } from '#functions/tasks/change-task-status.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { tellMembers } from './tell-members.ts';
import { tellPayments } from './tell-payments.ts';
import { aTaskRoom } from './testing/a-task-room.ts';
import { at, bellOf, fed, feedTasks, minutesFromNow } from './testing/fed.ts';

test(
  'F259 a request is told to leaders, an assignment to who gets it, a status to the customer, each once',
  withCrm(async (crm) => {
    const manager = await crm.work('manager');
    const { customer, employee, admin, task } = await aTaskRoom(crm);
    await changeTaskStatus(employee, task.id, { status: 'in-progress', version: task.version });
    for (let times = 0; times < 2; times++) await feedTasks(crm.system());

    const on = { kind: 'task', id: task.id, title: 'Ring resize' };
    for (const leader of [admin, manager])
      expect(await bellOf(leader)).toMatchObject([{ kind: 'task-requested', on, by: customer.caller.name }]);
    expect(await bellOf(employee)).toMatchObject([{ kind: 'task-assigned', on, by: admin.caller.name }]);
    expect(await bellOf(customer)).toMatchObject([
      { kind: 'task-status', on, by: employee.caller.name, text: 'set this to in progress' },
    ]);
  }),
);

test(
  'nobody is told what they did themselves',
  withCrm(async (crm) => {
    const [customer, employee] = [await crm.work('customer'), await crm.work('employee')];
    const task = await createTask(employee, make.taskDraft({ customerId: customer.caller.customerId! }));
    if (!task.employee)
      await assignTask(employee, task.id, { employeeId: employee.caller.memberId, version: task.version });
    await feedTasks(crm.system());
    expect(await bellOf(employee)).toEqual([]);
  }),
);

test(
  'F229 a payment is told to who does the task and to leaders, and to the customer as a receipt',
  withCrm(async (crm) => {
    const { customer, employee, admin, task } = await aTaskRoom(crm);
    const now = new Date().toISOString();
    const { id, title } = task;
    const paid = make.payment({
      customer: task.customer,
      task: { id, title },
      updatedAt: now,
      paidAt: now,
      paidOn: now.slice(0, 10),
    });
    await customer.payments.addNew(paid);
    await customer.payments.addNew({ ...paid, id: crypto.randomUUID(), status: 'failed' });
    await customer.payments.addNew({ ...paid, id: crypto.randomUUID(), importId: crypto.randomUUID() });
    const documents = await fed('payments', crm.workspace.id);
    for (let times = 0; times < 2; times++) await tellPayments(crm.system(), documents);
    await tellPayments(at(crm, minutesFromNow(25 * 60)), documents);

    const said = { by: task.customer.name, text: 'paid $100.00' };
    expect(await bellOf(employee)).toMatchObject([{ ...said, on: { kind: 'task', id, title } }]);
    expect(await bellOf(admin)).toMatchObject([{ ...said, on: { kind: 'payment', id: paid.id, title } }]);
    expect(await bellOf(customer)).toMatchObject([{ by: null, text: 'Your payment of $100.00 was received' }]);
  }),
);

test(
  'F259 who waits for verification is told to admins and to nobody else',
  withCrm(async (crm) => {
    const [admin, manager] = [await crm.work('admin'), await crm.work('manager')];
    const { members, newId, now } = crm.system();
    const person = {
      name: 'Ida Vik',
      email: 'ida@example.com',
      age: 29,
      role: 'customer',
      joinedBy: 'password',
    } as const;
    const waiting = { ...newcomer({ ...person, id: newId(), accountId: newId() }, now()), version: '' };
    const { version: _, ...submitted } = submitProfile(waiting, { task: 'Ring resize' }, now());
    await members.add(submitted);
    const documents = await fed('workspaces', crm.workspace.id);
    for (let times = 0; times < 2; times++) await tellMembers(crm.system(), documents);
    expect(await bellOf(admin)).toMatchObject([
      { kind: 'sign-up', on: { kind: 'member', title: 'Ida Vik' }, text: 'waits for verification' },
    ]);
    expect(await bellOf(manager)).toEqual([]);
  }),
);
