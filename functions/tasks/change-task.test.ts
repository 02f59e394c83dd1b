import { describe, expect, test } from 'vitest';
import type { Task } from '#domain/tasks/task.ts';
import { sendMessage } from '#functions/rooms/send-message.ts';
import { draft } from '#functions/rooms/testing/in-room.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { assignTask, unassignTask } from './assign-task.ts';
import { changeTaskStatus } from './change-task-status.ts';
import { changeTask } from './change-task.ts';
import { createTask } from './create-task.ts';
import { listCandidates } from './list-candidates.ts';
import { readHistory, readTask } from './read-task.ts';
import { verifyTask } from './verify-task.ts';

const is = (status: number) => ({ problem: { status } });
const editOf = ({ title, description, dueOn, version }: Task, change = {}) => ({
  title,
  description,
  dueOn,
  version,
  ...change,
});

async function requested(crm: Crm) {
  const [customer, admin] = [await crm.work('customer'), await crm.work('admin')];
  return { customer, admin, task: await createTask(customer, make.taskDraft()) };
}
const given = (admin: Work, task: Task, employee: Work) =>
  assignTask(admin, task.id, { employeeId: employee.caller.memberId, version: task.version });

describe('F171 a task is changed in place', () => {
  test(
    'by its customer while it is a request, and not once it is verified',
    withCrm(async (crm) => {
      const { customer, admin, task } = await requested(crm);
      const mended = await changeTask(customer, task.id, editOf(task, { title: 'Ring resize, N to R' }));
      expect(mended).toMatchObject({ title: 'Ring resize, N to R', status: 'requested' });

      const verified = await verifyTask(admin, task.id, { version: mended.version });
      const late = changeTask(customer, task.id, editOf(verified, { title: 'Another ring' }));
      await expect(late).rejects.toMatchObject(is(409));
      expect(await readTask(admin, task.id)).toEqual(verified);
    }),
  );

  test(
    'by its employee and by leaders, over the newest version only',
    withCrm(async (crm) => {
      const { admin, task } = await requested(crm);
      const [tomas, nils] = [await crm.work('employee'), await crm.work('employee')];
      const assigned = await given(admin, task, tomas);
      const first = await changeTask(tomas, task.id, editOf(assigned, { dueOn: '2027-03-02' }));
      await expect(changeTask(admin, task.id, editOf(assigned, { title: 'Late' }))).rejects.toMatchObject(is(412));
      await expect(changeTask(nils, task.id, editOf(first))).rejects.toMatchObject(is(404));
      expect(await readTask(admin, task.id)).toEqual(first);
    }),
  );

  test(
    'the same words change nothing, not even the version',
    withCrm(async (crm) => {
      const { customer, task } = await requested(crm);
      expect(await changeTask(customer, task.id, editOf(task))).toEqual(task);
    }),
  );

  test(
    'F167 it goes to another customer only while nothing was said in its room, and a customer gives it to nobody',
    withCrm(async (crm) => {
      const { customer, admin, task } = await requested(crm);
      const other = await crm.work('customer');
      const customerId = other.caller.customerId!;
      const byCustomer = changeTask(customer, task.id, editOf(task, { customerId }));
      await expect(byCustomer).rejects.toMatchObject(is(400));

      const moved = await changeTask(admin, task.id, editOf(task, { customerId }));
      expect(moved.customer.id).toBe(customerId);
      await expect(readTask(customer, task.id)).rejects.toMatchObject(is(404));

      await sendMessage(other, task.id, draft('Is the claw safe?'));
      const back = changeTask(admin, task.id, editOf(moved, { customerId: customer.caller.customerId! }));
      await expect(back).rejects.toMatchObject(is(409));
    }),
  );
});

test(
  'W17 nobody makes a task for anyone but by the rules: a customer for themselves, staff for a customer who exists',
  withCrm(async (crm) => {
    const [customer, other, tomas] = [
      await crm.work('customer'),
      await crm.work('customer'),
      await crm.work('employee'),
    ];
    const forOther = make.taskDraft({ customerId: other.caller.customerId! });
    await expect(createTask(customer, forOther)).rejects.toMatchObject(is(400));
    expect((await createTask(tomas, forOther)).employee?.id).toBe(tomas.caller.memberId);
    const nobody = make.taskDraft({ customerId: crypto.randomUUID() });
    await expect(createTask(tomas, nobody)).rejects.toMatchObject(is(400));
  }),
);

test(
  'F168 a request is verified, then assigned; verified twice is verified once',
  withCrm(async (crm) => {
    const { customer, admin, task } = await requested(crm);
    const verified = await verifyTask(admin, task.id, { version: task.version });
    expect(verified).toMatchObject({ status: 'pending', employee: null });
    await expect(verifyTask(admin, task.id, { version: task.version })).rejects.toMatchObject(is(412));
    expect(await verifyTask(admin, task.id, { version: verified.version })).toEqual(verified);
    expect(await readTask(customer, task.id)).toEqual(verified);
  }),
);

test(
  'F167 an employee gives a task of their own to a colleague or puts it down, and none of another’s',
  withCrm(async (crm) => {
    const { admin, task } = await requested(crm);
    const [tomas, nils] = [await crm.work('employee'), await crm.work('employee')];
    await expect(given(nils, task, nils)).rejects.toMatchObject(is(404));
    const mine = await given(admin, task, tomas);
    const theirs = await given(tomas, mine, nils);
    expect(theirs.employee?.id).toBe(nils.caller.memberId);
    await expect(readTask(tomas, task.id)).rejects.toMatchObject(is(404));
    await expect(unassignTask(tomas, task.id, { version: theirs.version })).rejects.toMatchObject(is(404));
    expect((await unassignTask(nils, task.id, { version: theirs.version })).employee).toBeNull();
  }),
);

test(
  'F169 the history says who did what, the newest first, and only to those who may read the task',
  withCrm(async (crm) => {
    const { customer, admin, task } = await requested(crm);
    const [tomas, stranger] = [await crm.work('employee'), await crm.work('customer')];
    const renamed = await changeTask(customer, task.id, editOf(task, { title: 'Clasp', dueOn: '2027-03-02' }));
    const assigned = await given(admin, renamed, tomas);
    const running = await changeTaskStatus(tomas, task.id, { status: 'in-progress', version: assigned.version });
    await changeTaskStatus(tomas, task.id, { status: 'in-progress', version: running.version });

    const { items } = await readHistory(customer, task.id);
    expect(items.map(({ what, detail, by }) => [what, detail, by.id])).toEqual([
      ['status', 'in-progress', tomas.caller.memberId],
      ['assigned', tomas.caller.name, admin.caller.memberId],
      ['edited', 'title, due day', customer.caller.memberId],
      ['requested', null, customer.caller.memberId],
    ]);
    expect(running.statusAt).toBe(running.updatedAt);
    await expect(readHistory(stranger, task.id)).rejects.toMatchObject(is(404));
  }),
);

test(
  'a change that came too late leaves no line in the history',
  withCrm(async (crm) => {
    const { admin, task } = await requested(crm);
    await verifyTask(admin, task.id, { version: task.version });
    await expect(admin.tasks.replace(task, null)).rejects.toMatchObject(is(412));
    await expect(changeTask(admin, task.id, editOf(task, { title: 'Late' }))).rejects.toMatchObject(is(412));
    expect((await readHistory(admin, task.id)).items.map(({ what }) => what)).toEqual(['verified', 'requested']);
  }),
);

test(
  'F146 the customer’s owner is offered first, then who has the fewest open tasks',
  withCrm(async (crm) => {
    const { customer, admin, task } = await requested(crm);
    const [busy, owner] = [await crm.work('employee'), await crm.work('employee')];
    for (const one of [busy, owner, owner]) {
      const { id, version } = await createTask(customer, make.taskDraft());
      await assignTask(admin, id, { employeeId: one.caller.memberId, version });
    }
    await crm.system().customers.setOwner(customer.caller.customerId!, { id: owner.caller.memberId, name: 'Owner' });
    const { items } = await listCandidates(admin, task.id);
    expect(items.map(({ id, openTasks, isOwner }) => [id, openTasks, isOwner])).toEqual([
      [owner.caller.memberId, 2, true],
      [admin.caller.memberId, 0, false],
      [busy.caller.memberId, 1, false],
    ]);
  }),
);
