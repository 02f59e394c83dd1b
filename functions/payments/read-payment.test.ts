import { describe, expect, test } from 'vitest';
import { make } from '#functions/testing/make.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { listPayments, listPaymentsOfTask } from './list-payments.ts';
import { detailOf, readPayment } from './read-payment.ts';
import { PaymentListQuery } from '#domain/payments/list.ts';

const at = '2026-03-01T08:00:00.000Z';

async function aTask({ tasks, newId }: Work, customer: Work, employee: Work | null) {
  return tasks.add({
    id: newId(),
    title: 'Ring resize',
    description: '',
    status: 'pending',
    dueOn: null,
    customer: { id: customer.caller.customerId!, name: 'Dipika', email: '' },
    employee: employee && { id: employee.caller.memberId, name: 'Bela', email: '' },
    createdAt: at,
    updatedAt: at,
    statusAt: at,
    deletedAt: null,
  });
}

async function everybody(crm: Crm) {
  const customer = await crm.work('customer');
  const employee = await crm.work('employee');
  const task = await aTask(customer, customer, employee);
  const add = (change: object) =>
    customer.payments.addNew(
      make.payment({ customer: { id: customer.caller.customerId!, name: 'Dipika', email: '' }, ...change }),
    );
  const listedBy = async (work: Work) =>
    (await listPayments(work, PaymentListQuery.parse({}))).items.map(({ id }) => id);
  return { customer, employee, task, add, listedBy };
}

describe('who sees a payment', () => {
  test(
    'leaders any, its customer, and the employee it was made with; for others it is not there',
    withCrm(async (crm) => {
      const { customer, employee, add, listedBy } = await everybody(crm);
      const { id } = await add({ employee: { id: employee.caller.memberId, name: 'Bela' } });
      for (const work of [customer, employee, await crm.work('admin'), await crm.work('manager')]) {
        expect((await readPayment(work, id)).id).toBe(id);
        expect(await listedBy(work)).toEqual([id]);
      }
      for (const work of [await crm.work('customer'), await crm.work('employee')]) {
        expect(await refusalOf(readPayment(work, id))).toMatchObject({ status: 404 });
        expect(await listedBy(work)).toEqual([]);
      }
    }),
  );

  test(
    'who works on its task now, too; not once the task is deleted',
    withCrm(async (crm) => {
      const { employee, task, add } = await everybody(crm);
      const { id } = await add({ task: { id: task.id, title: task.title } });
      expect((await readPayment(employee, id)).id).toBe(id);
      expect((await listPaymentsOfTask(employee, task.id)).items).toHaveLength(1);
      await employee.tasks.replace({ ...(await employee.tasks.get(task.id)), deletedAt: at });
      expect(await refusalOf(readPayment(employee, id))).toMatchObject({ status: 404 });
    }),
  );

  test(
    "a task's customer does not see what another customer paid for it before",
    withCrm(async (crm) => {
      const { customer, employee, task, add } = await everybody(crm);
      const before = { id: crypto.randomUUID(), name: 'Holm', email: '' };
      await add({ task: { id: task.id, title: task.title }, customer: before });
      expect((await listPaymentsOfTask(customer, task.id)).items).toEqual([]);
      expect((await listPaymentsOfTask(employee, task.id)).items).toHaveLength(1);
    }),
  );

  test(
    'nobody one that an undone import brought',
    withCrm(async (crm) => {
      const { customer, add } = await everybody(crm);
      const { id } = await add({ status: 'withdrawn' });
      expect(await refusalOf(readPayment(customer, id))).toMatchObject({ status: 404 });
    }),
  );
});

test(
  'notes are for colleagues: the customer reads what happened without them',
  withCrm(async (crm) => {
    const { customer, add } = await everybody(crm);
    const by = { id: crypto.randomUUID(), name: 'Ada' };
    const failureReason = 'Insufficient funds in your Stripe balance.';
    const refund = { amount: 100, reason: 'other', note: 'Was rude', status: 'failed', failureReason, stripeId: null };
    const { id } = await add({
      paidOn: '2026-03-02',
      method: 'cash',
      recorded: { by, at, note: 'Haggled a lot' },
      refunds: [{ ...refund, id: crypto.randomUUID(), by, at: '2026-03-02T08:00:00.000Z' }],
    });
    const stored = await readPayment(customer, id);
    expect(detailOf(await crm.work('admin'), stored).entries).toMatchObject([
      { what: 'recorded', by, detail: 'Haggled a lot' },
      { what: 'refund-failed', detail: failureReason },
    ]);
    expect(JSON.stringify(detailOf(customer, stored))).not.toMatch(/Haggled|rude|balance/);
  }),
);
