import { describe, expect, test } from 'vitest';
import { RequestDraft } from '#domain/payments/drafts.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { withOutcome } from '#domain/payments/outcome.ts';
import { setRate } from '#functions/rates/change-rates.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { make } from '#functions/testing/make.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { payOnPage } from '#infra/people/pay.ts';
import { cancelPayment } from './cancel-payment.ts';
import { confirmPayment } from './confirm-payment.ts';
import { payAgain } from './pay-again.ts';
import { readPayment } from './read-payment.ts';
import { requestPayment } from './request-payment.ts';
import { settlePayment } from './settle-payment.ts';

const draft = (change: Partial<RequestDraft> = {}): RequestDraft => ({
  paymentId: crypto.randomUUID(),
  taskId: null,
  customerId: null,
  purpose: 'A new clasp',
  amount: 18_050,
  currency: 'USD',
  dueOn: null,
  ...change,
});

/** A customer's task that an employee works on. */
async function aTask(crm: Crm) {
  const [customer, admin, employee] = [await crm.work('customer'), await crm.work('admin'), await crm.work('employee')];
  const { id, version } = await createTask(customer, make.taskDraft({ title: 'Ring resize' }));
  const task = await assignTask(admin, id, { employeeId: employee.caller.memberId, version });
  return { customer, admin, employee, taskId: id, task };
}

describe('F225 asking a customer to pay', () => {
  test(
    'for a task is for its customer and remembers who asked, who works on it and until when',
    withCrm(async (crm) => {
      const { customer, employee, taskId } = await aTask(crm);
      const payment = await requestPayment(employee, draft({ taskId, dueOn: '2099-11-28' }));
      expect(payment).toMatchObject({
        status: 'requested',
        customer: { id: customer.caller.customerId },
        task: { id: taskId, title: 'Ring resize' },
        employee: { id: employee.caller.memberId },
        purpose: 'A new clasp',
        amount: 18_050,
        request: { by: { id: employee.caller.memberId }, dueOn: '2099-11-28' },
        counted: null,
        paidOn: null,
      });
      expect(await readPayment(customer, payment.id)).toMatchObject({ id: payment.id });
    }),
  );

  test(
    'and they pay it: it is the same payment, once, however often it is opened',
    withCrm(async (crm) => {
      const { customer, admin, taskId } = await aTask(crm);
      const { id } = await requestPayment(admin, draft({ taskId }));
      const urls = [await payAgain(customer, id), await payAgain(customer, id)].map(({ url }) => url);
      expect(new Set(urls).size).toBe(1);
      await payOnPage(urls[0]!);
      expect(await confirmPayment(customer, id)).toMatchObject({
        status: 'paid',
        request: { by: { id: admin.caller.memberId } },
        counted: 18_050,
      });
      expect((await admin.payments.list({ all: true }, { limit: 10 })).items).toHaveLength(1);
    }),
  );

  test(
    'twice with one id asks once; the id for something else is refused',
    withCrm(async (crm) => {
      const { admin, taskId } = await aTask(crm);
      const wish = draft({ taskId });
      const [one, other] = await Promise.all([requestPayment(admin, wish), requestPayment(admin, wish)]);
      expect(one.id).toBe(other.id);
      expect(await refusalOf(requestPayment(admin, { ...wish, amount: 1 }))).toMatchObject({ status: 409 });
      expect((await admin.payments.list({ all: true }, { limit: 10 })).items).toHaveLength(1);
    }),
  );

  test(
    "an employee asks for their own task and their own customer, and somebody else's is not found",
    withCrm(async (crm) => {
      const { customer, employee, admin, taskId } = await aTask(crm);
      const stranger = await crm.work('employee');
      const customerId = customer.caller.customerId!;
      expect(await refusalOf(requestPayment(stranger, draft({ taskId })))).toMatchObject({ status: 404 });
      expect(await refusalOf(requestPayment(employee, draft({ customerId })))).toMatchObject({ status: 404 });
      await admin.customers.setOwner(customerId, { id: employee.caller.memberId, name: 'Tomas' });
      expect(await requestPayment(employee, draft({ customerId }))).toMatchObject({
        task: null,
        employee: { id: employee.caller.memberId },
      });
    }),
  );

  test(
    'who has no account here could not pay, and is not asked',
    withCrm(async (crm) => {
      const { id: customerId } = await crm.addCustomer();
      const refusal = refusalOf(requestPayment(await crm.work('admin'), draft({ customerId })));
      expect(await refusal).toMatchObject({
        status: 409,
        detail: 'Dipika Sarraf has no account here yet, and could not pay online.',
      });
    }),
  );

  test(
    'in another currency takes a rate; a day that is over is refused, today is not',
    withCrm(async (crm) => {
      const { admin, taskId } = await aTask(crm);
      const euro = draft({ taskId, currency: 'EUR' });
      expect(await refusalOf(requestPayment(admin, euro))).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/currency' }],
      });
      await setRate(admin, { currency: 'EUR', from: '2026-01-01', rate: '1.05' });
      expect(await requestPayment(admin, euro)).toMatchObject({ currency: 'EUR', base: null });
      expect(await refusalOf(requestPayment(admin, draft({ taskId, dueOn: '2020-01-01' })))).toMatchObject({
        errors: [{ pointer: '/body/dueOn' }],
      });
      const today = dayIn('Europe/Oslo', new Date());
      expect(await requestPayment(admin, draft({ taskId, dueOn: today }))).toMatchObject({ status: 'requested' });
    }),
  );
});

describe('taking back what was asked for', () => {
  test(
    'nobody can pay it any more, twice is once, and it stands in the audit log',
    withCrm(async (crm) => {
      const { customer, admin, taskId } = await aTask(crm);
      const { id } = await requestPayment(admin, draft({ taskId }));
      await cancelPayment(admin, id);
      const again = await cancelPayment(admin, id);
      expect(again).toMatchObject({ status: 'cancelled', counted: null });
      expect(await refusalOf(payAgain(customer, id))).toMatchObject({ status: 409 });
      expect((await admin.audit.newest({ limit: 10 })).filter(({ on }) => on?.kind === 'payment')).toMatchObject([
        { action: 'payment-cancelled', on: { id }, detail: { amount: '$180.50' } },
      ]);
    }),
  );

  test(
    "closes Stripe's page where the customer is about to pay",
    withCrm(async (crm) => {
      const { customer, admin, taskId } = await aTask(crm);
      const { id } = await requestPayment(admin, draft({ taskId }));
      const { url } = await payAgain(customer, id);
      expect(await cancelPayment(admin, id)).toMatchObject({ status: 'cancelled' });
      expect((await payOnPage(url)).status).not.toBe(303);
      expect(await confirmPayment(customer, id)).toMatchObject({ status: 'cancelled', paidOn: null });
    }),
  );

  test(
    "closes Stripe's page later where Stripe was away just then",
    withCrm(async (crm) => {
      const { customer, admin, taskId } = await aTask(crm);
      const { id } = await requestPayment(admin, draft({ taskId }));
      const { url } = await payAgain(customer, id);
      const cancelled = { by: { id: admin.caller.memberId, name: 'Ada' }, at: new Date().toISOString() };
      await admin.payments.replace(withOutcome({ ...(await admin.payments.get(id)), cancelled }));
      expect(await settlePayment(crm.system(), id)).toBe(true);
      expect((await payOnPage(url)).status).not.toBe(303);
      expect(await admin.payments.get(id)).toMatchObject({ status: 'cancelled', attempts: [{ page: 'expired' }] });
    }),
  );

  test(
    'a customer who was faster has paid, and nothing is lost',
    withCrm(async (crm) => {
      const { customer, admin, taskId } = await aTask(crm);
      const { id } = await requestPayment(admin, draft({ taskId }));
      await payOnPage((await payAgain(customer, id)).url);
      expect(await refusalOf(cancelPayment(admin, id))).toMatchObject({ status: 409 });
      expect(await admin.payments.get(id)).toMatchObject({ status: 'paid', counted: 18_050 });
      expect(await refusalOf(cancelPayment(admin, id))).toMatchObject({
        status: 409,
        detail: 'It has been paid. The money can be given back instead.',
      });
    }),
  );

  test(
    'what a customer pays unasked is not taken back, and what is of a task of somebody else is not found',
    withCrm(async (crm) => {
      const { admin, taskId } = await aTask(crm);
      const unasked = await admin.payments.addNew(make.payment());
      expect(await refusalOf(cancelPayment(admin, unasked.id))).toMatchObject({ status: 409 });
      const { id } = await requestPayment(admin, draft({ taskId }));
      expect(await refusalOf(cancelPayment(await crm.work('employee'), id))).toMatchObject({ status: 404 });
    }),
  );
});

describe('bad input', () => {
  test.each([
    ['neither task nor customer', {}, 'customerId'],
    ['both', { taskId: crypto.randomUUID(), customerId: crypto.randomUUID() }, 'customerId'],
    ['nothing', { taskId: crypto.randomUUID(), amount: 0 }, 'amount'],
    ['a negative amount', { taskId: crypto.randomUUID(), amount: -100 }, 'amount'],
    ['a fraction of a cent', { taskId: crypto.randomUUID(), amount: 100.5 }, 'amount'],
    ['more than Stripe takes', { taskId: crypto.randomUUID(), amount: 100_000_000 }, 'amount'],
    ['less than Stripe takes of it', { taskId: crypto.randomUUID(), amount: 17_499, currency: 'HUF' }, 'amount'],
    ['a fils, which Stripe does not take', { taskId: crypto.randomUUID(), amount: 5001, currency: 'KWD' }, 'amount'],
    ['a part of a króna', { taskId: crypto.randomUUID(), amount: 5050, currency: 'ISK' }, 'amount'],
    ['no purpose', { taskId: crypto.randomUUID(), purpose: ' ' }, 'purpose'],
    ['a currency that is none', { taskId: crypto.randomUUID(), currency: 'XYZ' }, 'currency'],
    ['a day that is none', { taskId: crypto.randomUUID(), dueOn: '2026-02-30' }, 'dueOn'],
  ])('%s is refused', (_, change, field) => {
    const { error } = RequestDraft.safeParse(draft(change));
    expect(error?.issues.map(({ path }) => path.join('.'))).toContain(field);
  });
});
