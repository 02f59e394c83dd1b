import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerPay, leftToPay, payPage } from '#web/testing/answer-pay.ts';
import { make } from '#web/testing/make.ts';
import { makeRequested } from '#web/testing/make-payment.ts';
import { renderPage } from '#web/testing/render-page.tsx';

const unavailable = new ProblemError({ type: '/problems/unavailable', title: 'Stripe does not answer', status: 503 });
const opened = { paymentId: crypto.randomUUID(), url: payPage };

describe('paying an amount of one’s own', () => {
  test('F213 F214 F226: the button carries the amount and leads to the pay page', async () => {
    answerPay();
    answer(paymentRoutes.checkout, ({ body }) => {
      expect(body).toMatchObject({ amount: 1000, currency: 'USD', taskId: null });
      return opened;
    });
    const page = await renderPage('/portal/pay');

    await page.getByLabelText('Enter Amount ($)').fill('10');
    await page.getByRole('button', { name: 'PAY $10', exact: true }).click();
    await leftToPay();
  });

  test('F225: a task’s own link pays for that task', async () => {
    answerPay();
    const task = make.task();
    answer(taskRoutes.list, { items: [task], nextCursor: null });
    answer(paymentRoutes.checkout, ({ body }) => {
      expect(body.taskId).toBe(task.id);
      return opened;
    });
    const page = await renderPage(`/portal/pay?task=${task.id}`);
    await expect.element(page.getByRole('combobox', { name: 'For task' })).toHaveValue(task.title);

    await page.getByLabelText('Enter Amount ($)').fill('10');
    await userEvent.keyboard('{Enter}');
    await leftToPay();
  });

  test.each([
    ['0', 'The amount must be between $0.50 and $999,999.99'],
    ['-5', 'The amount must be between $0.50 and $999,999.99'],
    ['10.005', 'At most 2 digits after the point'],
    ['1000000', 'The amount must be between $0.50 and $999,999.99'],
  ])('W14: an amount of %s is refused with the reason, before anything is sent', async (typed, reason) => {
    answerPay();
    const page = await renderPage('/portal/pay');

    await page.getByLabelText('Enter Amount ($)').fill(typed);
    await page.getByRole('button', { name: 'PAY' }).click();

    await expect.element(page.getByText(reason)).toBeVisible();
    await expect.element(page.getByLabelText('Enter Amount ($)')).toHaveFocus();
  });

  test('W14: what the server says of the amount stands under the field', async () => {
    answerPay();
    answer(paymentRoutes.checkout, () => {
      throw problems.invalid([{ pointer: '/body/amount', detail: 'Too much for one payment' }]);
    });
    const page = await renderPage('/portal/pay');
    await page.getByLabelText('Enter Amount ($)').fill('10');
    await page.getByRole('button', { name: 'PAY $10' }).click();
    await expect.element(page.getByText('Too much for one payment')).toBeVisible();
  });

  test('W14: pressing twice opens one checkout', async () => {
    answerPay();
    const attempts = new Set<string>();
    answer(paymentRoutes.checkout, ({ body }) => {
      attempts.add(body.attemptId);
      return opened;
    });
    const page = await renderPage('/portal/pay');
    await page.getByLabelText('Enter Amount ($)').fill('10');
    await page.getByRole('button', { name: 'PAY $10' }).dblClick();
    await leftToPay();
    expect(attempts.size).toBe(1);
    await expect.element(page.getByRole('button', { name: 'PAY $10' })).toBeDisabled();
  });

  test('F234: a second press after a failure is the same try; another amount is another', async () => {
    answerPay();
    const attempts: string[] = [];
    answer(paymentRoutes.checkout, ({ body }) => {
      attempts.push(body.attemptId);
      throw unavailable;
    });
    const page = await renderPage('/portal/pay');
    await page.getByLabelText('Enter Amount ($)').fill('10');
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

  test('F234: without a network the button keeps the amount and says so', async () => {
    answerPay();
    const page = await renderPage('/portal/pay');
    await page.getByLabelText('Enter Amount ($)').fill('10');
    const answered = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await page.getByRole('button', { name: 'PAY $10' }).click();

    await expect.element(page.getByRole('alert')).toMatchTextContent('StarOne cannot be reached');
    await expect.element(page.getByLabelText('Enter Amount ($)')).toHaveValue('10');
    await expect.element(page.getByRole('button', { name: 'PAY $10' })).toBeEnabled();
    globalThis.fetch = answered;
  });

  test('a business that cannot take payments yet says so', async () => {
    answerPay();
    answer(paymentRoutes.checkout, () => {
      throw problems.conflict('Marlow Street Jewellers cannot take payments yet.');
    });
    const page = await renderPage('/portal/pay');
    await page.getByLabelText('Enter Amount ($)').fill('10');
    await page.getByRole('button', { name: 'PAY $10' }).click();
    await expect.element(page.getByText('Marlow Street Jewellers cannot take payments yet.')).toBeVisible();
  });
});

describe('F232: the currency', () => {
  test('is not asked for where the business takes only one', async () => {
    answerPay();
    const page = await renderPage('/portal/pay');
    await expect.element(page.getByLabelText('Enter Amount ($)')).toBeVisible();
    expect(page.getByRole('combobox', { name: 'Currency' }).elements()).toEqual([]);
  });

  test('is chosen where it takes several, and field, limits and button follow it', async () => {
    answerPay([], ['USD', 'EUR', 'JPY']);
    answer(paymentRoutes.checkout, ({ body }) => {
      expect(body).toMatchObject({ amount: 1000, currency: 'JPY' });
      return opened;
    });
    const page = await renderPage('/portal/pay');
    await page.getByRole('combobox', { name: 'Currency' }).click();
    await page.getByRole('option', { name: /JPY/ }).click();
    await expect.element(page.getByText('Between ¥50 and ¥99,999,999')).toBeVisible();
    await page.getByLabelText('Enter Amount (¥)').fill('10.50');
    await page.getByRole('button', { name: 'PAY' }).click();
    await expect.element(page.getByText('JPY has no digits after the point')).toBeVisible();
    await page.getByLabelText('Enter Amount (¥)').fill('1000');
    await page.getByRole('button', { name: 'PAY ¥1,000' }).click();
    await leftToPay();
  });

  test('W14: whose rate went meanwhile is refused under the field, with what is possible', async () => {
    answerPay([], ['USD', 'EUR']);
    answer(paymentRoutes.checkout, () => {
      throw problems.invalid([{ pointer: '/body/currency', detail: 'Today one can pay in USD' }]);
    });
    const page = await renderPage('/portal/pay');
    await page.getByRole('combobox', { name: 'Currency' }).click();
    await page.getByRole('option', { name: /EUR/ }).click();
    await page.getByLabelText('Enter Amount (€)').fill('10');
    await page.getByRole('button', { name: 'PAY €10' }).click();
    await expect.element(page.getByText('Today one can pay in USD')).toBeVisible();
  });
});

describe('what is due', () => {
  const task = { id: crypto.randomUUID(), title: 'Ring resize, N to P' };

  test('stands above with its subject, its day and a button that carries the amount', async () => {
    const rest = makeRequested({ purpose: 'Ring resize, rest', task, amount: 6000 }, '2020-01-02');
    const later = makeRequested({ task, amount: 1250 }, '2099-01-02');
    answerPay([later, rest, make.payment()]);
    const page = await renderPage('/portal/pay');

    const rows = page.getByRole('region', { name: 'Due now' }).getByRole('listitem');
    await expect
      .element(rows.first())
      .toMatchTextContent(/Ring resize, rest.*N to P.*Overdue since 2 Jan 2020.*Pay \$60/);
    await expect.element(rows.last()).toMatchTextContent(/Ring resize, N to P.*Due 2 Jan 2099.*Pay \$12\.50/);
    expect(rows.elements()).toHaveLength(2);
  });

  test('is paid in one press, as the payment that was asked for', async () => {
    const rest = makeRequested({ purpose: 'Ring resize, rest', amount: 6000 });
    answerPay([rest]);
    answer(paymentRoutes.pay, ({ params }) => {
      expect(params.paymentId).toBe(rest.id);
      return { ...params, url: payPage };
    });
    const page = await renderPage('/portal/pay');
    await page.getByRole('button', { name: 'Pay $60.00 for Ring resize, rest' }).click();
    await leftToPay();
  });

  test('and was taken back meanwhile goes away, with the reason', async () => {
    const rest = makeRequested({ purpose: 'Ring resize, rest', amount: 6000 });
    const stored = answerPay([rest]);
    answer(paymentRoutes.pay, () => {
      stored.payments = [{ ...rest, status: 'cancelled' }];
      throw problems.conflict('This payment is not asked for any more.');
    });
    const page = await renderPage('/portal/pay');
    const due = page.getByRole('region', { name: 'Due now' });
    await due.getByRole('button', { name: /^Pay/ }).click();
    await expect.element(page.getByText('This payment is not asked for any more.')).toBeVisible();
    await expect.element(due).not.toBeInTheDocument();
  });

  test('W14: in a currency that is not taken any more says what is', async () => {
    answerPay([makeRequested({ currency: 'EUR' })]);
    answer(paymentRoutes.pay, () => {
      throw problems.invalid([{ pointer: '/body/currency', detail: 'Marlow Street Jewellers takes payments in USD' }]);
    });
    const page = await renderPage('/portal/pay');
    await page.getByRole('button', { name: /^Pay €100\.00/ }).click();
    await expect.element(page.getByText('Marlow Street Jewellers takes payments in USD')).toBeVisible();
  });

  test('and failed before says why', async () => {
    const status = { status: 'failed', failureReason: 'Your card was declined.' } as const;
    answerPay([makeRequested({ purpose: 'Rest', ...status })]);
    const page = await renderPage('/portal/pay');
    await expect.element(page.getByRole('region', { name: 'Due now' })).toMatchTextContent('Your card was declined.');
  });

  test('cannot be read: it says so, and an amount can be typed all the same', async () => {
    answerPay();
    answer(paymentRoutes.list, ({ query }) => {
      if (query.due) throw problems.forbidden();
      return { items: [], nextCursor: null };
    });
    const page = await renderPage('/portal/pay');
    await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible();
    await page.getByLabelText('Enter Amount ($)').fill('10');
    await expect.element(page.getByRole('button', { name: 'PAY $10' })).toBeEnabled();
  });
});
