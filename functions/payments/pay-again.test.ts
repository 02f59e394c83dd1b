import { describe, expect, test } from 'vitest';
import { payOnPage } from '#infra/people/pay.ts';
import { newStoredPayment } from '#functions/payments/stored-payment.ts';
import { stripe, stripeOn } from '#functions/platform/stripe.ts';
import { make } from '#functions/testing/make.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { confirmPayment } from './confirm-payment.ts';
import { openCheckout } from './open-checkout.ts';
import { payAgain } from './pay-again.ts';
import { atPayPage, connected, upi } from './testing/at-stripe.ts';

const expire = async ({ stored, account }: Awaited<ReturnType<typeof atPayPage>>) =>
  stripe.checkout.sessions.expire((await stored()).attempts.at(-1)!.sessionId!, {}, stripeOn(account));
const sessionsOn = async (account: string) =>
  (await stripe.checkout.sessions.list({ limit: 100 }, stripeOn(account))).data;

/** Staff have asked for $100.00. */
async function requested(crm: Crm) {
  const account = await connected(crm);
  const customer = await crm.work('customer');
  const { id: customerId, name, email } = await customer.customers.get(customer.caller.customerId!);
  const by = { id: customer.newId(), name: 'Ada' };
  const { id } = await customer.payments.addNew(
    newStoredPayment({
      id: customer.newId(),
      customer: { id: customerId, name, email: email ?? '' },
      amount: 10_000,
      currency: 'USD',
      status: 'requested',
      purpose: 'Deposit',
      createdAt: '2026-03-01T08:00:00.000Z',
      request: { by, at: '2026-03-01T08:00:00.000Z', dueOn: null },
    }),
  );
  return { account, customer, id, stored: () => customer.payments.get(id) };
}

describe('paying what was asked for', () => {
  test(
    'opens a page that says what it is for, and is due until it is paid',
    withCrm(async (crm) => {
      const { account, customer, id, stored } = await requested(crm);
      const due = async () => (await customer.payments.list({ all: true }, { due: '1', limit: 10 })).items.length;
      const { url } = await payAgain(customer, id);
      expect(await stored()).toMatchObject({ status: 'pending', account, attempts: [{ number: 1, page: 'open' }] });
      expect(await due()).toBe(1);

      expect((await payOnPage(url)).status).toBe(303);
      expect(await confirmPayment(customer, id)).toMatchObject({ status: 'paid', purpose: 'Deposit' });
      expect(await due()).toBe(0);
    }),
  );

  test(
    'R6 twenty times at once is one page',
    withCrm(async (crm) => {
      const { account, customer, id, stored } = await requested(crm);
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => payAgain(customer, id)));
      const urls = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value.url] : []));
      expect(new Set(urls).size).toBe(1);
      expect(await sessionsOn(account)).toHaveLength(1);
      expect((await stored()).attempts).toHaveLength(1);
    }),
  );

  test(
    "somebody else's is not found",
    withCrm(async (crm) => {
      const { id } = await requested(crm);
      expect(await refusalOf(payAgain(await crm.work('customer'), id))).toMatchObject({ status: 404 });
    }),
  );

  test(
    'what was taken back cannot be paid',
    withCrm(async (crm) => {
      const { account, customer, id, stored } = await requested(crm);
      const cancelled = { by: { id: customer.newId(), name: 'Ada' }, at: '2026-03-01T09:00:00.000Z' };
      await customer.payments.replace({ ...(await stored()), status: 'cancelled', cancelled });
      expect(await refusalOf(payAgain(customer, id))).toMatchObject({ status: 409 });
      expect(await sessionsOn(account)).toEqual([]);
    }),
  );
});

describe('once more after a failure', () => {
  test(
    'a declined card leaves the page open, and the same page is given out again',
    withCrm(async (crm) => {
      const { customer, paymentId, url } = await atPayPage(crm);
      await payOnPage(url, '4000 0000 0000 9995');
      expect(await payAgain(customer, paymentId)).toEqual({ paymentId, url });
    }),
  );

  test(
    'an expired page gives way to a new one, and both are remembered',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      await expire(at);
      expect(await confirmPayment(at.customer, at.paymentId)).toMatchObject({ status: 'expired' });

      const again = await payAgain(at.customer, at.paymentId);
      expect(again.url).not.toBe(at.url);
      await payOnPage(again.url);
      expect(await confirmPayment(at.customer, at.paymentId)).toMatchObject({ status: 'paid' });
      expect((await at.stored()).attempts).toMatchObject([
        { number: 1, page: 'expired' },
        { number: 2, page: 'paid' },
      ]);
    }),
  );

  test(
    'twenty times at once after an expiry is one new page',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      await expire(at);
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => payAgain(at.customer, at.paymentId)));
      const urls = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value.url] : []));
      expect(new Set(urls).size).toBe(1);
      expect(await sessionsOn(at.account)).toHaveLength(2);
    }),
  );

  test(
    'the same try again after its page expired opens a new page of the same payment',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      await expire(at);
      const { amount, currency } = await at.stored();
      const draft = { taskId: null, amount, currency, attemptId: at.paymentId };
      expect((await openCheckout(at.customer, draft)).url).not.toBe(at.url);
      expect(await refusalOf(openCheckout(at.customer, { ...draft, amount: 1 + amount }))).toMatchObject({
        status: 409,
      });
    }),
  );

  test(
    'what is paid is not paid twice',
    withCrm(async (crm) => {
      const { account, customer, paymentId, url } = await atPayPage(crm);
      await payOnPage(url);
      expect(await refusalOf(payAgain(customer, paymentId))).toMatchObject({ status: 409 });
      expect(await sessionsOn(account)).toHaveLength(1);
    }),
  );

  test(
    'while the bank takes its time there is no second try; after its no there is',
    withCrm(async (crm) => {
      const { customer, paymentId, url, stored } = await atPayPage(crm, { currency: 'INR' });
      await upi.start(url);
      expect(await refusalOf(payAgain(customer, paymentId))).toMatchObject({ status: 409 });
      expect((await stored()).status).toBe('processing');

      await upi.answer(url, 'refuse');
      const again = await payAgain(customer, paymentId);
      expect(again.url).not.toBe(url);
      expect(await stored()).toMatchObject({ status: 'pending', failureReason: null, attempts: [{}, { number: 2 }] });
    }),
  );

  test(
    'a page whose first request was cut off is asked for again; under another name it is another page',
    withCrm(async (crm) => {
      const { account, customer, paymentId, url, stored } = await atPayPage(crm);
      const forget = async () => {
        const { attempts, ...payment } = await stored();
        await customer.payments.replace({
          ...payment,
          attempts: attempts.with(-1, { ...attempts.at(-1)!, sessionId: null }),
        });
      };
      await forget();
      expect((await payAgain(customer, paymentId)).url).toBe(url);

      await forget();
      const named = { name: 'Dipika Holm', email: 'holm@example.com' };
      await customer.payments.renameCustomer(customer.caller.customerId!, named);
      expect((await payAgain(customer, paymentId)).url).not.toBe(url);
      expect(await sessionsOn(account)).toHaveLength(2);
      expect((await stored()).attempts).toMatchObject([{ page: 'expired' }, { page: 'open' }]);
    }),
  );
});

test(
  'what Stripe does not take is told to the customer, its reason to us, and another try is a new page',
  withCrm(async (crm) => {
    const account = await connected(crm);
    const reports: unknown[] = [];
    const customer = { ...(await crm.work('customer')), report: (error: unknown) => void reports.push(error) };
    await customer.rates.set({ currency: 'HUF', from: '2020-01-01', rate: '0.0028' });
    const tooLittle = make.checkoutDraft({ amount: 100, currency: 'HUF' });
    const refusal = await refusalOf(openCheckout(customer, tooLittle));
    expect(refusal).toMatchObject({ status: 409, detail: expect.stringContaining('cannot take this payment online') });
    expect(reports).toEqual([expect.objectContaining({ type: 'StripeInvalidRequestError' })]);
    expect(await customer.payments.get(tooLittle.attemptId)).toMatchObject({
      status: 'expired',
      attempts: [{ sessionId: null, page: 'expired' }],
    });
    expect(await sessionsOn(account)).toEqual([]);
  }),
);
