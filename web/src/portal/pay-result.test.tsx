import { describe, expect, test, vi } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerPay, leftToPay, payPage } from '#web/testing/answer-pay.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { makeRequested } from '#web/testing/make-payment.ts';
import { renderPage } from '#web/testing/render-page.tsx';

const task = { id: crypto.randomUUID(), title: 'Ring resize, N to P' };
const pending = make.payment({ status: 'pending', method: null, methodDetail: null, paidOn: null });

/** Answers how the payment stands; what is stored can change, and how often it was asked for is counted. */
function answerConfirm(payment: Payment) {
  const stored = { payment, asked: 0 };
  answer(paymentRoutes.confirm, () => {
    stored.asked += 1;
    return stored.payment;
  });
  return stored;
}

describe('coming back from the pay page', () => {
  test('F227 F233 W15: it confirms until the server knows, and the receipt comes with its number', async () => {
    answerPay();
    const stored = answerConfirm(pending);
    const page = await renderPage(`/portal/pay/success?payment=${pending.id}`);
    await expect.element(page.getByRole('heading', { name: 'Confirming…' })).toBeVisible();

    stored.payment = make.payment({ id: pending.id, task });
    await expect.element(page.getByRole('heading', { name: 'Payment processed successfully' })).toBeVisible();
    await expect
      .element(
        page.getByText('Marlow Street Jewellers has your $100.00. A receipt is on its way to dipika@example.com.'),
      )
      .toBeVisible();
    await expect.element(page.getByText('CARD · Visa ending 4242')).toBeVisible();

    stored.payment = { ...stored.payment, receiptNumber: 412 };
    await expect.element(page.getByText('R-000412')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Receipt', exact: true }))
      .toHaveAttribute('href', `/receipts/${pending.id}`);
  });

  test('a live event answers before the next question is due', async () => {
    answerPay();
    const stored = answerConfirm(pending);
    const page = await renderPage(`/portal/pay/success?payment=${pending.id}`);
    await expect.element(page.getByRole('heading', { name: 'Confirming…' })).toBeVisible();
    await goLive();

    stored.payment = { ...pending, status: 'paid' };
    sendLive({ kind: 'payments.changed', paymentId: pending.id });
    await expect.element(page.getByRole('heading', { name: 'Payment processed successfully' })).toBeVisible();
  });

  test('what nobody confirms is not asked for without end; the reader can ask again', async () => {
    answerPay();
    const stored = answerConfirm(pending);
    const page = await renderPage(`/portal/pay/success?payment=${pending.id}`);
    await goLive();
    await vi.waitUntil(
      async () => {
        const { asked } = stored;
        sendLive({ kind: 'payments.changed', paymentId: pending.id });
        await vi.waitUntil(() => stored.asked > asked);
        return page.getByRole('heading', { name: 'Not confirmed yet' }).elements().length > 0;
      },
      { timeout: 10_000 },
    );
    expect(stored.asked).toBeGreaterThan(8);

    stored.payment = { ...pending, status: 'paid' };
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect.element(page.getByRole('heading', { name: 'Payment processed successfully' })).toBeVisible();
  });

  test('what is still owed on the task stands below', async () => {
    const rest = makeRequested({ purpose: 'Rest', task, amount: 5000 }, '2099-11-28');
    answerPay([rest, makeRequested({ amount: 700 })]);
    answerConfirm(make.payment({ id: pending.id, task, amount: 1000, receiptNumber: 412 }));
    const page = await renderPage(`/portal/pay/success?payment=${pending.id}`);
    await expect
      .element(page.getByText(/You still owe \$50\.00 on this task for Rest\. Due 28 Nov 2099\./))
      .toBeVisible();
    await page.getByRole('link', { name: 'Pay the rest' }).click();
    await expect.element(page.getByRole('heading', { name: 'Pay Marlow Street Jewellers' })).toBeVisible();
  });

  test.each([
    ['partially-refunded', 'Marlow Street Jewellers has your $100.00. $25.00 of it was given back to you since.'],
    ['refunded', '$100.00 was given back to you since.'],
    ['disputed', 'Your bank has asked Marlow Street Jewellers for this money back.'],
  ] as const)('W15: one that is %s by now says so', async (status, words) => {
    answerPay();
    answerConfirm(make.payment({ id: pending.id, status, refunded: 2500, receiptNumber: 412 }));
    const page = await renderPage(`/portal/pay/success?payment=${pending.id}`);
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test('F232: a bank that takes its time is said, and the end comes by itself', async () => {
    answerPay();
    const stored = answerConfirm({ ...pending, status: 'processing', method: 'upi' });
    const page = await renderPage(`/portal/pay/success?payment=${pending.id}`);
    await expect.element(page.getByRole('heading', { name: 'Your bank takes its time' })).toBeVisible();
    await expect.element(page.getByText('UPI')).toBeVisible();
    expect(page.getByRole('button', { name: 'Try again' }).elements()).toEqual([]);
    await goLive();

    stored.payment = { ...stored.payment, status: 'paid' };
    sendLive({ kind: 'payments.changed', paymentId: pending.id });
    await expect.element(page.getByRole('heading', { name: 'Payment processed successfully' })).toBeVisible();
  });

  test('a bank that says no in the end gives the reason', async () => {
    answerPay();
    answerConfirm({ ...pending, status: 'failed', failureReason: 'The payer did not approve it' });
    const page = await renderPage(`/portal/pay/success?payment=${pending.id}`);
    await expect.element(page.getByText('The payer did not approve it. No money was taken.')).toBeVisible();
  });
});

describe('a payment that was not made', () => {
  test('F228 W15: a refused card says why, and Try again opens the same payment', async () => {
    answerPay();
    const payment = make.payment({ status: 'failed', amount: 6550, failureReason: 'Your card was declined.', task });
    answerConfirm(payment);
    answer(paymentRoutes.pay, ({ params }) => {
      expect(params.paymentId).toBe(payment.id);
      return { ...params, url: payPage };
    });
    const page = await renderPage(`/portal/pay/fail?payment=${payment.id}`);
    await expect.element(page.getByText('Your card was declined. No money was taken.')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'ask Marlow Street Jewellers' }))
      .toHaveAttribute('href', `/tasks/${task.id}`);

    await page.getByRole('button', { name: 'Try again' }).click();
    await leftToPay();
  });

  test('W15 F228: going back from Stripe’s page is noted: nothing was taken', async () => {
    answerPay();
    answerConfirm(pending);
    const page = await renderPage(`/portal/pay/fail?payment=${pending.id}`);
    await expect.element(page.getByText('You left the pay page before paying. No money was taken.')).toBeVisible();
    await expect.element(page.getByText('PENDING')).toBeVisible();
  });

  test('what the business took back cannot be tried again', async () => {
    answerPay();
    answerConfirm({ ...pending, status: 'cancelled' });
    const page = await renderPage(`/portal/pay/fail?payment=${pending.id}`);
    await expect.element(page.getByRole('heading', { name: 'There is nothing to pay here' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Try again' }).elements()).toEqual([]);
  });

  test.each(['paid', 'processing', 'disputed'] as const)('going back once it is %s shows that', async (status) => {
    answerPay();
    answerConfirm({ ...pending, status });
    const page = await renderPage(`/portal/pay/fail?payment=${pending.id}`);
    await expect.element(page.getByRole('heading', { name: /successfully|takes its time/ })).toBeVisible();
    expect(page.path()).toBe(`/portal/pay/success?payment=${pending.id}`);
  });
});

describe.each(['success', 'fail'])('W15: /portal/pay/%s', (name) => {
  test.each(['', '?payment=nonsense', `?payment=${crypto.randomUUID()}`])('with "%s" finds nothing', async (search) => {
    answerPay();
    answer(paymentRoutes.confirm, () => {
      throw problems.notFound('The payment');
    });
    const page = await renderPage(`/portal/pay/${name}${search}`);
    await expect.element(page.getByRole('heading', { name: 'This payment is not here' })).toBeVisible();
    await page.getByRole('link', { name: 'Your payments' }).click();
    await expect.element(page.getByRole('heading', { name: 'Pay Marlow Street Jewellers' })).toBeVisible();
  });
});

describe('a server that does not answer for a moment', () => {
  function answerBroken() {
    answerPay();
    const server = { isBroken: true };
    answer(paymentRoutes.confirm, () => {
      if (server.isBroken) throw problems.forbidden();
      return make.payment({ id: pending.id, receiptNumber: 412 });
    });
    return server;
  }

  test('is asked again by itself on the page of success', async () => {
    const server = answerBroken();
    const page = await renderPage(`/portal/pay/success?payment=${pending.id}`);
    await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible();
    server.isBroken = false;
    await expect.element(page.getByRole('heading', { name: 'Payment processed successfully' })).toBeVisible();
  });

  test('is asked again by Retry on the page of failure', async () => {
    const server = answerBroken();
    const page = await renderPage(`/portal/pay/fail?payment=${pending.id}`);
    const retry = page.getByRole('button', { name: 'Retry' });
    await expect.element(retry).toBeVisible();
    // Not before the press: the page may ask by itself, too.
    addEventListener('click', () => (server.isBroken = false), { capture: true, once: true });
    await retry.click();
    await expect.element(page.getByRole('heading', { name: 'Payment processed successfully' })).toBeVisible();
  });
});
