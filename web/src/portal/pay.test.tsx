import { describe, expect, test, vi } from 'vitest';
import { ProblemError } from '#domain/kernel/problem.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { isLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

function answerPay(payments: Payment[] = []) {
  signedInAs('customer');
  answer(taskRoutes.list, { items: [], nextCursor: null });
  answer(paymentRoutes.list, { items: payments, nextCursor: null });
}

const unavailable = new ProblemError({ type: '/problems/unavailable', title: 'Stripe does not answer', status: 503 });

describe('paying', () => {
  test('F213 F214 F226: the button carries the amount and leads to the pay page', async () => {
    answerPay();
    answer(paymentRoutes.checkout, ({ body }) => {
      expect(body).toMatchObject({ amount: 1000, currency: 'USD', taskId: null });
      return { paymentId: crypto.randomUUID(), url: '#the-pay-page' };
    });
    const page = await renderPage('/portal/pay');

    await page.getByLabelText('Enter Amount ($)').fill('10');
    await page.getByRole('button', { name: 'PAY $10', exact: true }).click();

    await vi.waitUntil(() => location.hash === '#the-pay-page');
    location.hash = '';
  });

  test.each([
    ['0', 'The amount must be between $0.50 and $999,999.99'],
    ['-5', 'The amount must be between $0.50 and $999,999.99'],
    ['10.005', 'At most 2 digits after the point'],
    ['1000000', 'The amount must be between $0.50 and $999,999.99'],
  ])('an amount of %s is refused with the reason, before anything is sent', async (typed, reason) => {
    answerPay();
    const page = await renderPage('/portal/pay');

    await page.getByLabelText('Enter Amount ($)').fill(typed);
    await page.getByRole('button', { name: 'PAY' }).click();

    await expect.element(page.getByText(reason)).toBeVisible();
    await expect.element(page.getByLabelText('Enter Amount ($)')).toHaveFocus();
  });

  test('F234: a second press after a failure is the same try; another amount is another', async () => {
    answerPay();
    const attempts: string[] = [];
    answer(paymentRoutes.checkout, ({ body }) => {
      attempts.push(body.attemptId);
      throw unavailable;
    });
    const page = await renderPage('/portal/pay?amount=10');

    await page.getByRole('button', { name: 'PAY $10' }).click();
    await expect.element(page.getByText('Stripe does not answer')).toBeVisible();
    await page.getByRole('button', { name: 'PAY $10' }).click();
    await vi.waitUntil(() => attempts.length === 2);
    await page.getByLabelText('Enter Amount ($)').fill('20');
    await page.getByRole('button', { name: 'PAY $20' }).click();
    await vi.waitUntil(() => attempts.length === 3);

    expect(attempts[0]).toBe(attempts[1]);
    expect(attempts[2]).not.toBe(attempts[0]);
  });

  test('F215 F220 to F224: every try stands in the history', async () => {
    answerPay([make.payment(), make.payment({ amount: 6500, status: 'failed' })]);
    const page = await renderPage('/portal/pay');

    const table = page.getByRole('table', { name: 'Your payments' });
    await expect.element(table.getByRole('cell', { name: '$100.00' })).toBeVisible();
    await expect.element(table.getByRole('cell', { name: 'COMPLETED' })).toBeVisible();
    await expect.element(table.getByRole('cell', { name: 'FAILED' })).toBeVisible();
    expect([...table.element().querySelectorAll('th')].map((head) => head.textContent)).toEqual([
      'Amount',
      'Currency',
      'Payment Method',
      'Status',
      'Created At',
      'Updated At',
    ]);
  });
});

describe('coming back from the pay page', () => {
  test('F227 F233: it confirms until the payment is decided', async () => {
    answerPay();
    let payment = make.payment({ status: 'pending', paidOn: null });
    answer(paymentRoutes.confirm, () => payment);
    const page = await renderPage(`/portal/pay/success?payment=${payment.id}`);

    await expect.element(page.getByRole('heading', { name: 'Confirming…' })).toBeVisible();
    payment = make.payment({ id: payment.id });
    await expect.element(page.getByRole('heading', { name: 'Payment processed successfully' })).toBeVisible();
    await expect.element(page.getByText('Marlow Street Jewellers has your $100.00.')).toBeVisible();
  });

  test('a live event answers before the next question is due', async () => {
    answerPay();
    let payment = make.payment({ status: 'processing', paidOn: null });
    answer(paymentRoutes.confirm, () => payment);
    const page = await renderPage(`/portal/pay/success?payment=${payment.id}`);
    await expect.element(page.getByRole('heading', { name: 'Confirming…' })).toBeVisible();
    await vi.waitUntil(isLive);

    payment = { ...payment, status: 'paid' };
    sendLive({ kind: 'payments.changed', paymentId: payment.id });

    await expect.element(page.getByRole('heading', { name: 'Payment processed successfully' })).toBeVisible();
  });

  test('F228: a refused card says why, and Try again brings the amount along', async () => {
    answerPay();
    const payment = make.payment({ status: 'failed', amount: 6550, failureReason: 'Your card was declined.' });
    answer(paymentRoutes.confirm, payment);
    const page = await renderPage(`/portal/pay/fail?payment=${payment.id}`);

    await expect.element(page.getByText('Your card was declined. No money was taken.')).toBeVisible();
    await page.getByRole('link', { name: 'Try again' }).click();

    await expect.element(page.getByLabelText('Enter Amount ($)')).toHaveValue('65.50');
    await expect.element(page.getByRole('button', { name: 'PAY $65.50' })).toBeVisible();
  });

  test('going back after all has been paid shows that it is paid', async () => {
    answerPay();
    const payment = make.payment();
    answer(paymentRoutes.confirm, payment);
    const page = await renderPage(`/portal/pay/fail?payment=${payment.id}`);
    await expect.element(page.getByRole('heading', { name: 'Payment processed successfully' })).toBeVisible();
  });
});
