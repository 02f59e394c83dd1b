import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TaskListQuery, type TaskFilter, TaskSort } from '#domain/tasks/list.ts';
import { isOverdue, mayReadTask, type Task, TaskStatus } from '#domain/tasks/task.ts';
import {
  everyPage,
  idsInOrder,
  isFound,
  oftenNot,
  someName,
  somePageSize,
  someQuestion,
} from '#functions/testing/list-model.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { countTasks, listTasks } from './list-tasks.ts';

const today = '2026-03-02';
// In Oslo it is the second of March already.
const now = () => new Date('2026-03-01T23:30:00Z');
const someDay = fc.option(fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03'));
const someMoment = fc.constantFrom('2026-02-01T08:00:00.000Z', '2026-02-02T08:00:00.000Z', '2026-02-03T08:00:00.000Z');

/** What the list says, from the tasks one by one. */
const holds =
  (filter: TaskFilter) =>
  (task: Task): boolean =>
    task.deletedAt === null &&
    isFound(filter.q, task.title, task.customer.name, task.employee?.name) &&
    (!filter.status || filter.status.includes(task.status)) &&
    (!filter.employeeId || (task.employee?.id ?? 'none') === filter.employeeId) &&
    (!filter.customerId || task.customer.id === filter.customerId) &&
    (!filter.dueFrom || (task.dueOn !== null && task.dueOn >= filter.dueFrom)) &&
    (!filter.dueTo || (task.dueOn !== null && task.dueOn <= filter.dueTo)) &&
    (filter.due !== 'none' || task.dueOn === null) &&
    (filter.due !== 'today' || task.dueOn === today) &&
    (filter.due !== 'overdue' || isOverdue(task, today));

const keys = {
  createdAt: (task: Task) => task.createdAt,
  updatedAt: (task: Task) => task.updatedAt,
  dueOn: (task: Task) => task.dueOn ?? '9999',
  title: (task: Task) => task.title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  status: (task: Task) => TaskStatus.options.indexOf(task.status),
};

const ask = (query: object): TaskListQuery => TaskListQuery.parse(query);

test(
  'every filter, sort and page size gives what looking at each task gives, to each role its own',
  withCrm(async (crm) => {
    const roles = await Promise.all((['admin', 'employee', 'customer'] as const).map((role) => crm.work(role)));
    const [admin, employee, customer] = roles.map((work) => ({ ...work, now })) as [Work, Work, Work];
    const people = [customer.caller.customerId!, crm.system().newId()];
    const employees = [employee.caller.memberId, crm.system().newId()];
    const draft = fc.record({
      title: someName,
      status: fc.constantFrom(...TaskStatus.options),
      dueOn: someDay,
      customer: fc.record({ id: fc.constantFrom(...people), name: someName, email: fc.constant('x@example.com') }),
      employee: fc.option(
        fc.record({ id: fc.constantFrom(...employees), name: someName, email: fc.constant('y@example.com') }),
      ),
      createdAt: someMoment,
      updatedAt: someMoment,
      deletedAt: oftenNot(someMoment).map((moment) => moment ?? null),
    });
    const query = fc.record({
      q: someQuestion,
      status: oftenNot(fc.subarray(TaskStatus.options, { minLength: 1 })),
      employeeId: oftenNot(fc.constantFrom('none', ...employees)),
      customerId: oftenNot(fc.constantFrom(...people)),
      dueFrom: oftenNot(fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03')),
      dueTo: oftenNot(fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03')),
      due: oftenNot(fc.constantFrom('overdue' as const, 'today' as const, 'none' as const)),
      sort: fc.constantFrom(...TaskSort.def.innerType.options),
      limit: somePageSize,
    });

    const tasks: Task[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(draft, { maxLength: 8 }),
        fc.array(query, { minLength: 6, maxLength: 6 }),
        async (drafts, queries) => {
          const added = drafts.map((one) =>
            admin.tasks.add({
              ...one,
              id: admin.newId(),
              description: '',
              statusAt: one.updatedAt,
            }),
          );
          tasks.push(...(await Promise.all(added)));
          for (const { limit, sort, ...filter } of queries) {
            for (const work of [admin, employee, customer]) {
              const wanted = tasks.filter((task) => mayReadTask(work.caller, task)).filter(holds(filter));
              const listed = await everyPage((at) => listTasks(work, ask({ ...filter, sort, ...at })), limit);
              expect(listed.map(({ id }) => id)).toEqual(idsInOrder(wanted, sort, keys));
              expect(await countTasks(work, filter)).toEqual({ count: wanted.length, isCapped: false });
            }
          }
        },
      ),
      { seed: 3, numRuns: 6, endOnFailure: true },
    );
  }),
);

test(
  'a new title, employee and status are found at once, the old ones no more',
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    const at = '2026-03-02T09:00:00.000Z';
    const person = (name: string) => ({ id: admin.newId(), name, email: 'x@example.com' });
    const task = await admin.tasks.add({
      id: admin.newId(),
      title: 'Ring resize',
      description: '',
      status: 'pending',
      dueOn: null,
      customer: person('Dipika'),
      employee: person('Tomas'),
      createdAt: at,
      updatedAt: at,
      statusAt: at,
      deletedAt: null,
    });
    await admin.tasks.replace({ ...task, title: 'Clasp', employee: person('Nils'), status: 'completed' });
    const found = async (query: object) => (await listTasks(admin, ask(query))).items.length;
    expect(await Promise.all([{ q: 'ring' }, { q: 'tomas' }, { status: 'pending' }].map(found))).toEqual([0, 0, 0]);
    expect(await Promise.all([{ q: 'clasp nils dip' }, { status: 'completed' }].map(found))).toEqual([1, 1]);
  }),
);

describe('a cursor of another list is refused', () => {
  const others: [string, object][] = [
    ['other filters', { status: 'pending' }],
    ['another search', { q: 'ring' }],
    ['another sort', { sort: 'createdAt' }],
  ];
  test.each(others)('with %s', (_, change) =>
    withCrm(async (crm) => {
      const customer = await crm.work('customer');
      const at = '2026-03-02T09:00:00.000Z';
      const person = { id: customer.caller.customerId!, name: 'Dipika', email: 'x@example.com' };
      const task = { title: 'Ring', description: '', status: 'pending', dueOn: null, customer: person } as const;
      for (let n = 0; n < 3; n++)
        await customer.tasks.add({
          ...task,
          id: customer.newId(),
          employee: null,
          createdAt: at,
          updatedAt: at,
          statusAt: at,
          deletedAt: null,
        });
      const { nextCursor: cursor } = await listTasks(customer, ask({ limit: 1 }));
      expect((await listTasks(customer, ask({ limit: 2, cursor }))).items).toHaveLength(2);

      const refused = { problem: { status: 400, errors: [{ pointer: '/query/cursor' }] } };
      await expect(listTasks(customer, ask({ limit: 1, cursor, ...change }))).rejects.toMatchObject(refused);
      const somebodyElse = await crm.work('employee');
      await expect(listTasks(somebodyElse, ask({ limit: 1, cursor }))).rejects.toMatchObject(refused);
    })(),
  );
});
