import { describe, expect, test } from 'vitest';
import { taskScopeOf } from '#domain/tasks/task.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { assignTask, unassignTask } from './assign-task.ts';
import { changeTaskStatus } from './change-task-status.ts';
import { createTask } from './create-task.ts';
import { readHistory, readTask } from './read-task.ts';
import { sendMessage } from '#functions/rooms/send-message.ts';
import { draft } from '#functions/rooms/testing/in-room.ts';

const listOf = async ({ tasks, caller }: Work) => (await tasks.list(taskScopeOf(caller), { limit: 50 })).items;
const is = (status: number) => ({ problem: { status } });

test(
  'F160 F161 F170 a task has its title, description and day, its people, and who made it',
  withCrm(async (crm) => {
    const [tomas, customer] = [await crm.work('employee'), await crm.work('customer')];
    const customerId = customer.caller.customerId!;
    const task = await createTask(tomas, make.taskDraft({ customerId, dueOn: '2027-03-02' }));
    expect(await readTask(customer, task.id)).toMatchObject({
      title: 'Ring resize, N to P',
      description: 'Two sizes up.',
      dueOn: '2027-03-02',
      status: 'pending',
      customer: { id: customerId },
      employee: { id: tomas.caller.memberId },
      deletedAt: null,
    });
    const by = { id: tomas.caller.memberId, name: tomas.caller.name };
    expect((await readHistory(customer, task.id)).items).toMatchObject([{ what: 'created', by, at: task.createdAt }]);
  }),
);

test(
  'F162 a task goes through its statuses, and says since when it has each',
  withCrm(async (crm) => {
    const [tomas, customer] = [await crm.work('employee'), await crm.work('customer')];
    let task = await createTask(tomas, make.taskDraft({ customerId: customer.caller.customerId! }));
    for (const status of ['in-progress', 'completed', 'cancelled', 'pending'] as const) {
      task = await changeTaskStatus(tomas, task.id, { status, version: task.version });
      expect(task).toMatchObject({ status, statusAt: task.updatedAt });
      expect(await readTask(customer, task.id)).toEqual(task);
    }
  }),
);

describe('a request of a customer', () => {
  test(
    'F163 has that customer at once and waits to be verified',
    withCrm(async (crm) => {
      const customer = await crm.work('customer');
      const task = await createTask(customer, make.taskDraft());
      expect(task).toMatchObject({ status: 'requested', employee: null, customer: { id: customer.caller.customerId } });
    }),
  );

  test(
    'F165 once assigned stands in the lists of the employee and of the customer, and in no other',
    withCrm(async (crm) => {
      const [customer, employee, other, admin] = [
        await crm.work('customer'),
        await crm.work('employee'),
        await crm.work('employee'),
        await crm.work('admin'),
      ];
      const task = await createTask(customer, make.taskDraft());
      const assigned = await assignTask(admin, task.id, {
        employeeId: employee.caller.memberId,
        version: task.version,
      });

      expect(assigned).toMatchObject({ status: 'pending', employee: { id: employee.caller.memberId } });
      expect(await listOf(customer)).toEqual([assigned]);
      expect(await listOf(employee)).toEqual([assigned]);
      expect(await listOf(admin)).toEqual([assigned]);
      expect(await listOf(other)).toEqual([]);
    }),
  );
});

test(
  'W7 a task is not found by another customer or employee, and shows no secret to those it belongs to',
  withCrm(async (crm) => {
    const [customer, admin] = [await crm.work('customer'), await crm.work('admin')];
    const [employee, ...others] = [await crm.work('employee'), await crm.work('employee'), await crm.work('customer')];
    const { id, version } = await createTask(customer, make.taskDraft());
    await assignTask(admin, id, { employeeId: employee.caller.memberId, version });
    for (const other of others) {
      await expect(readTask(other, id)).rejects.toMatchObject(is(404));
      await expect(sendMessage(other, id, draft('Is the claw safe?'))).rejects.toMatchObject(is(404));
    }
    for (const party of [customer, employee]) {
      const task = await readTask(party, id);
      const people = [task.customer, task.employee].map((person) => Object.keys(person ?? {}).toSorted());
      expect(people).toEqual([
        ['email', 'id', 'name'],
        ['email', 'id', 'name'],
      ]);
    }
  }),
);

test(
  'W23 a customer’s second task in a row is theirs like the first',
  withCrm(async (crm) => {
    const customer = await crm.work('customer');
    const made = [await createTask(customer, make.taskDraft()), await createTask(customer, make.taskDraft())];
    expect(made.map((task) => task.customer.id)).toEqual([customer.caller.customerId, customer.caller.customerId]);
    expect(await listOf(customer)).toHaveLength(2);
  }),
);

test(
  'staff must choose a customer who exists',
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    await expect(createTask(admin, make.taskDraft())).rejects.toMatchObject(is(400));
    await expect(createTask(admin, make.taskDraft({ customerId: admin.newId() }))).rejects.toMatchObject(is(400));
    const { id } = await crm.addCustomer();
    expect(await createTask(admin, make.taskDraft({ customerId: id }))).toMatchObject({
      status: 'pending',
      employee: null,
    });
  }),
);

describe('assigning', () => {
  test(
    'over a newer version is refused, and the newer one stays',
    withCrm(async (crm) => {
      const [customer, admin] = [await crm.work('customer'), await crm.work('admin')];
      const [tomas, nils] = [await crm.work('employee'), await crm.work('employee')];
      const task = await createTask(customer, make.taskDraft());
      const first = await assignTask(admin, task.id, { employeeId: tomas.caller.memberId, version: task.version });

      const late = assignTask(admin, task.id, { employeeId: nils.caller.memberId, version: task.version });
      await expect(late).rejects.toMatchObject(is(412));
      expect(await readTask(admin, task.id)).toEqual(first);
    }),
  );

  test(
    'to a customer, to nobody or when it is completed is refused',
    withCrm(async (crm) => {
      const [customer, admin, tomas] = [
        await crm.work('customer'),
        await crm.work('admin'),
        await crm.work('employee'),
      ];
      const task = await createTask(customer, make.taskDraft());
      const to = (employeeId: string, version = task.version) => assignTask(admin, task.id, { employeeId, version });
      await expect(to(customer.caller.memberId)).rejects.toMatchObject(is(400));
      await expect(to(admin.newId())).rejects.toMatchObject(is(400));

      const assigned = await to(tomas.caller.memberId);
      const done = await changeTaskStatus(tomas, task.id, { status: 'completed', version: assigned.version });
      await expect(to(tomas.caller.memberId, done.version)).rejects.toMatchObject(is(409));
    }),
  );

  test(
    'F118 can be taken back: the employee has the task no longer, and its customer still has it',
    withCrm(async (crm) => {
      const [customer, admin, tomas] = [
        await crm.work('customer'),
        await crm.work('admin'),
        await crm.work('employee'),
      ];
      const { id, version } = await createTask(customer, make.taskDraft());
      const assigned = await assignTask(admin, id, { employeeId: tomas.caller.memberId, version });
      await expect(unassignTask(admin, id, { version })).rejects.toMatchObject(is(412));
      const free = await unassignTask(admin, id, { version: assigned.version });
      expect(free).toMatchObject({ status: 'pending', employee: null });
      await expect(readTask(tomas, id)).rejects.toMatchObject(is(404));
      expect(await readTask(customer, id)).toEqual(free);
    }),
  );
});

test(
  "F084 somebody else's task is not found, whether read or changed",
  withCrm(async (crm) => {
    const [customer, other, employee] = [
      await crm.work('customer'),
      await crm.work('customer'),
      await crm.work('employee'),
    ];
    const task = await createTask(customer, make.taskDraft());
    await expect(readTask(other, task.id)).rejects.toMatchObject(is(404));
    const change = changeTaskStatus(employee, task.id, { status: 'completed', version: task.version });
    await expect(change).rejects.toMatchObject(is(404));
  }),
);

test(
  'the list goes page by page, newest first, each task once',
  withCrm(async (crm) => {
    const customer = await crm.work('customer');
    const made = [];
    for (const title of ['one', 'two', 'three', 'four', 'five'])
      made.unshift(await createTask(customer, make.taskDraft({ title })));

    const seen = [];
    let cursor: string | undefined;
    do {
      const page = await customer.tasks.list(taskScopeOf(customer.caller), { limit: 2, cursor });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map(({ title }) => title)).toEqual(made.map(({ title }) => title));
  }),
);
