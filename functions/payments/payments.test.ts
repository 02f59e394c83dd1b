import { describe, expect, test } from 'vitest';
import { payOnPage } from '#infra/people/pay.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { confirmPayment } from './confirm-payment.ts';
import { openCheckout } from './open-checkout.ts';
import { receiveStripeEvent } from './receive-stripe-event.ts';
import { atPayPage, eventOn, hear, signed } from './testing/at-stripe.ts';

const declined = '4000 0000 0000 0002';

describe('opening the pay page', () => {
  test(
    'R6 a hundred times at once with one attempt is one payment and one session',
    withCrm(async (crm) => {
      const customer = await crm.work('customer');
      const draft = make.checkoutDraft();
      const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => openCheckout(customer, draft)));
      const urls = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.url] : []));
      expect(urls.length).toBeGreaterThan(0);
      expect(new Set(urls).size).toBe(1);
      expect((await customer.payments.list({ all: true }, { limit: 50 })).items).toHaveLength(1);
    }),
  );

  test(
    'F229 the attempt is noted as pending before anything is paid',
    withCrm(async (crm) => {
      const { stored, customer } = await atPayPage(crm);
      const by = { id: customer.caller.memberId, name: customer.caller.name };
      expect(await stored()).toMatchObject({
        status: 'pending',
        amount: 10_000,
        currency: 'USD',
        paidOn: null,
        counted: null,
        attempts: [{ number: 1, by, page: 'open' }],
      });
    }),
  );

  test(
    'F225 for a task keeps its title and who works on it',
    withCrm(async (crm) => {
      const customer = await crm.work('customer');
      const { id: employeeId, name, email } = { id: customer.newId(), name: 'Bela', email: 'bela@example.com' };
      const { id } = await customer.tasks.add({
        id: customer.newId(),
        title: 'Ring resize',
        description: '',
        status: 'pending',
        dueOn: null,
        customer: { id: customer.caller.customerId!, name: 'Dipika', email: '' },
        employee: { id: employeeId, name, email },
        createdAt: '2026-03-01T08:00:00.000Z',
        updatedAt: '2026-03-01T08:00:00.000Z',
        statusAt: '2026-03-01T08:00:00.000Z',
        deletedAt: null,
      });
      const { paymentId } = await openCheckout(customer, make.checkoutDraft({ taskId: id }));
      expect(await customer.payments.get(paymentId)).toMatchObject({
        task: { id, title: 'Ring resize' },
        employee: { id: employeeId, name },
      });
    }),
  );

  test(
    'in a currency that the business does not take is refused, and nothing is stored',
    withCrm(async (crm) => {
      const customer = await crm.work('customer');
      const attempt = openCheckout(customer, make.checkoutDraft({ currency: 'EUR' }));
      await expect(attempt).rejects.toMatchObject({
        problem: { status: 400, errors: [{ pointer: '/body/currency' }] },
      });
      expect((await customer.payments.list({ all: true }, { limit: 50 })).items).toEqual([]);
    }),
  );

  test(
    "for somebody else's task is refused",
    withCrm(async (crm) => {
      const customer = await crm.work('customer');
      const attempt = openCheckout(customer, make.checkoutDraft({ taskId: customer.newId() }));
      await expect(attempt).rejects.toMatchObject({ problem: { status: 404 } });
    }),
  );
});

describe('W14 a card that works', () => {
  test(
    'F233 is recorded by the return page, and counts in the currency of the business',
    withCrm(async (crm) => {
      const { customer, paymentId, url, stored } = await atPayPage(crm);
      expect((await payOnPage(url)).status).toBe(303);
      expect(await confirmPayment(customer, paymentId)).toMatchObject({
        status: 'paid',
        method: 'card',
        methodDetail: 'Visa ending 4242',
        failureReason: null,
        base: { amount: 10_000, currency: 'USD', rate: '1' },
        counted: 10_000,
      });
      expect((await stored()).charge).toMatchObject({ receiptUrl: expect.stringContaining('http') });
    }),
  );

  test(
    'Q14 in another currency counts at the rate of the day it was paid',
    withCrm(async (crm) => {
      const { customer, paymentId, url } = await atPayPage(crm, { currency: 'JPY', amount: 5_000 });
      await payOnPage(url);
      // 5000 yen at 0.012 dollars each.
      expect(await confirmPayment(customer, paymentId)).toMatchObject({
        base: { amount: 6_000, currency: 'USD', rate: '0.012' },
        counted: 6_000,
      });
    }),
  );

  test(
    'F227 is recorded by the signed webhook alone when the browser never comes back, and only once',
    withCrm(async (crm) => {
      const { account, url, stored } = await atPayPage(crm);
      await payOnPage(url);
      const event = await eventOn(account, 'checkout.session.completed');
      const { bytes, signature } = signed(event);

      await receiveStripeEvent(bytes, signature, new Date());
      await hear(event);
      const once = await stored();
      expect(once.status).toBe('paid');
      await receiveStripeEvent(bytes, signature, new Date());
      await hear(event);
      expect(await stored()).toEqual(once);
    }),
  );
});

test(
  'W15 F228 a declined card is stored with its reason, and a later good card wins',
  withCrm(async (crm) => {
    const { account, customer, paymentId, url, stored } = await atPayPage(crm);
    const page = await payOnPage(url, declined);
    expect(page.html).toContain('Your card was declined.');

    const told = await eventOn(account, 'payment_intent.payment_failed');
    await hear(told);
    expect(await stored()).toMatchObject({ status: 'failed', failureReason: 'Your card was declined.' });

    await payOnPage(url);
    expect(await confirmPayment(customer, paymentId)).toMatchObject({ status: 'paid', failureReason: null });
    await hear(told);
    expect(await stored()).toMatchObject({ status: 'paid', declines: [{ reason: 'Your card was declined.' }] });
  }),
);

test(
  "somebody else's payment cannot be asked about",
  withCrm(async (crm) => {
    const { paymentId } = await atPayPage(crm);
    const other = await crm.work('customer');
    await expect(confirmPayment(other, paymentId)).rejects.toMatchObject({ problem: { status: 404 } });
  }),
);

test(
  'the same imported rows twice are stored once',
  withCrm(async (crm) => {
    const { payments, newId } = crm.system();
    const { id, name } = await crm.addCustomer();
    const imported = { customer: { id, name, email: '' }, method: 'imported', paidOn: '2026-01-01' } as const;
    const rows = Array.from({ length: 250 }, (_, n) => make.payment({ ...imported, amount: n + 1 }));
    expect(await payments.addImported(rows.slice(0, 130), newId())).toBe(130);
    expect(await payments.addImported(rows, newId())).toBe(120);
    const stored = await payments.ofCustomers([id]);
    expect(stored.reduce((sum, { counted }) => sum + counted!, 0)).toBe((250 * 251) / 2);
  }),
);
