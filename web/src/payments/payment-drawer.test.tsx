import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { factorRoutes } from '#domain/factors/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { PaymentDetail } from '#domain/payments/detail.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerPayments } from '#web/testing/answer-payments.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { makeDetail, makeEntry, makeRequested } from '#web/testing/make-payment.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const tomas = { id: crypto.randomUUID(), name: 'Tomas Abara' };
const paid = make.payment({ amount: 24_000, receiptNumber: 412 });

async function openPayment(
  payment: Payment = paid,
  known: Partial<PaymentDetail> = {},
  role: 'admin' | 'manager' | 'employee' = 'admin',
) {
  signedInAs(role);
  const stored = answerPayments({ payments: [payment] });
  stored.details.set(payment.id, known);
  const page = await renderPage(`/payments?payment=${payment.id}`);
  const drawer = page.getByRole('dialog', { name: /^Payment of/ });
  await expect.element(drawer).toBeVisible();
  return { page, drawer, stored };
}

describe('the drawer of a payment', () => {
  test('opens by its row, walks with the arrows, and closes with Esc and with the step back', async () => {
    signedInAs('admin');
    const second = make.payment({ amount: 9000, customer: { ...paid.customer, name: 'Noor Elbazi' } });
    answerPayments({ payments: [paid, second] });
    const page = await renderPage('/payments?status=paid');
    await page.getByRole('link', { name: 'Dipika Sarraf', exact: true }).click();
    await expect.element(page.getByRole('dialog', { name: 'Payment of $240.00' })).toBeVisible();
    expect(page.path()).toBe(`/payments?status=paid&payment=${paid.id}`);

    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('dialog', { name: 'Payment of $90.00' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    page.back();
    await expect.element(page.getByRole('dialog', { name: 'Payment of $90.00' })).toBeVisible();
    page.back();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(page.path()).toBe('/payments?status=paid');
  });

  test('F258 opens by the address that a notification leads to', async () => {
    signedInAs('manager');
    answerPayments({ payments: [paid] });
    const page = await renderPage(`/payments/${paid.id}`);
    await expect.element(page.getByRole('dialog', { name: 'Payment of $240.00' })).toBeVisible();
    expect(page.path()).toBe(`/payments?payment=${paid.id}`);
  });

  test('F231 says how much, how, for what task and by whom', async () => {
    const task = { id: crypto.randomUUID(), title: 'Ring resize, N to P' };
    const base = { amount: 5400, currency: 'USD', rate: '0.012' };
    const { drawer } = await openPayment({ ...paid, amount: 450_000, currency: 'INR', task, employee: tomas, base });
    await expect.element(drawer.getByText('COMPLETED')).toBeVisible();
    await expect.element(drawer.getByText(/Visa ending 4242$/)).toBeVisible();
    await expect
      .element(drawer.getByRole('link', { name: 'Ring resize, N to P' }))
      .toHaveAttribute('href', `/tasks/${task.id}`);
    await expect.element(drawer.getByText('Tomas Abara')).toBeVisible();
    await expect.element(drawer.getByText(/^\$54\.00/)).toBeVisible();
    await expect.element(drawer.getByText('at 0.012')).toBeVisible();
    await expect
      .element(drawer.getByRole('link', { name: 'R-000412' }))
      .toHaveAttribute('href', `/receipts/${paid.id}`);
  });

  test('F229 its timeline tells every attempt, to the last', async () => {
    const { drawer } = await openPayment(paid, {
      entries: [
        makeEntry('requested', { by: tomas, detail: 'Deposit' }),
        makeEntry('opened'),
        makeEntry('declined', { detail: 'Your card has insufficient funds.' }),
        makeEntry('paid', { at: '2026-11-20T09:05:00.000Z' }),
        makeEntry('receipt', { detail: 'R-000412' }),
        makeEntry('refunded', { amount: 4000 }),
        makeEntry('dispute-opened', { amount: 20_000, detail: 'The customer does not recognise it' }),
      ],
    });
    const lines = drawer.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
    await expect
      .poll(() => lines.elements().map(({ textContent }) => textContent.replace(/20 Nov 2026, \d\d:\d\d/, '')))
      .toEqual([
        'RequestedDeposit · Tomas Abara',
        'Pay page opened',
        'DeclinedYour card has insufficient funds.',
        'Paid',
        'Receipt issuedR-000412',
        'Refunded $40.00',
        'Disputed by the bank $200.00The customer does not recognise it',
      ]);
  });

  test('an open dispute says by when it must be answered', async () => {
    const dispute = {
      id: 'dp_1',
      status: 'open' as const,
      amount: 24_000,
      reason: 'Fraudulent',
      openedAt: '2026-11-20T09:00:00.000Z',
      answerBy: '2026-12-01T12:00:00.000Z',
      closedAt: null,
    };
    const { drawer } = await openPayment({ ...paid, status: 'disputed' }, { dispute });
    await expect.element(drawer.getByText('Answer by')).toBeVisible();
    await expect.element(drawer.getByText(/^1 Dec.* in Stripe$/)).toBeVisible();
  });

  test('what happens to it is seen at once', async () => {
    const waiting = makeRequested({ amount: 6000 });
    const { page, drawer, stored } = await openPayment(waiting);
    await expect.element(drawer.getByText('REQUESTED')).toBeVisible();
    await goLive();
    stored.payments = [{ ...waiting, status: 'paid', method: 'card' }];
    sendLive({ kind: 'payments.changed', paymentId: waiting.id });
    await expect.element(drawer.getByText('COMPLETED')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Cancel request' })).not.toBeInTheDocument();
  });

  test('of somebody else is not here', async () => {
    signedInAs('employee');
    answerPayments({ payments: [paid] });
    const page = await renderPage(`/payments?payment=${crypto.randomUUID()}`);
    await expect.element(page.getByRole('heading', { name: 'This payment is not here' })).toBeVisible();
  });

  test('that could not be read offers Retry', async () => {
    signedInAs('admin');
    answerPayments({ payments: [paid] });
    answer(paymentRoutes.read, () => {
      throw problems.conflict('Not now');
    });
    const page = await renderPage(`/payments?payment=${paid.id}`);
    await expect.element(page.getByText('Not now')).toBeVisible();
    answer(paymentRoutes.read, makeDetail(paid));
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Payment of $240.00' })).toBeVisible();
  });
});

describe('W15 an admin gives money back', () => {
  test('all that is left, with reason and note', async () => {
    const { page, drawer, stored } = await openPayment();
    await drawer.getByRole('button', { name: 'Refund' }).click();
    const dialog = page.getByRole('dialog', { name: 'Refund Dipika Sarraf' });
    await expect.element(dialog.getByLabelText('Amount *')).toHaveValue('240.00');
    await dialog.getByRole('combobox', { name: 'Reason' }).click();
    await page.getByRole('option', { name: 'Paid twice' }).click();
    await dialog.getByLabelText('Note').fill('Paid in the shop as well');
    await dialog.getByRole('button', { name: 'Refund $240.00' }).click();

    await expect.element(page.getByText('$240.00 refunded to Dipika Sarraf')).toBeVisible();
    await expect.element(drawer.getByText('Paid in the shop as well')).toBeVisible();
    expect(stored.refunds).toMatchObject([{ amount: 24_000, reason: 'duplicate', note: 'Paid in the shop as well' }]);
  });

  test('a part by keyboard, and the rest is what is offered next', async () => {
    const { page, drawer, stored } = await openPayment();
    await drawer.getByRole('button', { name: 'Refund' }).click();
    await page.getByLabelText('Amount *').fill('40.50');
    await userEvent.keyboard('{Enter}');
    await expect.element(drawer.getByText('PARTIALLY REFUNDED')).toBeVisible();
    expect(stored.refunds[0]?.amount).toBe(4050);

    await drawer.getByRole('button', { name: 'Refund' }).click();
    await expect.element(page.getByLabelText('Amount *')).toHaveValue('199.50');
  });

  test.each([
    ['0', 'The amount must be between $0.01 and $240.00'],
    ['240.01', 'The amount must be between $0.01 and $240.00'],
    ['12.345', 'At most 2 digits after the point'],
    ['all', 'Please enter an amount such as 10'],
    ['', 'Please enter an amount'],
  ])('but not "%s"', async (typed, sentence) => {
    const { page, drawer, stored } = await openPayment();
    await drawer.getByRole('button', { name: 'Refund' }).click();
    await page.getByLabelText('Note').fill('Kept');
    await page.getByLabelText('Amount *').fill(typed);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(sentence)).toBeVisible();
    await expect.element(page.getByLabelText('Amount *')).toHaveFocus();
    await expect.element(page.getByLabelText('Note')).toHaveValue('Kept');
    expect(stored.refunds).toEqual([]);
  });

  test('a colleague was faster: the sentence stands under the amount, and nothing typed is lost', async () => {
    const { page, drawer } = await openPayment();
    answer(paymentRoutes.refund, () => {
      throw problems.invalid([{ pointer: '/body/amount', detail: 'Only $40.00 is left' }]);
    });
    await drawer.getByRole('button', { name: 'Refund' }).click();
    await page.getByLabelText('Note').fill('Kept');
    await page.getByRole('button', { name: 'Refund $240.00' }).click();
    await expect.element(page.getByText('Only $40.00 is left')).toBeVisible();
    await expect.element(page.getByLabelText('Note')).toHaveValue('Kept');
  });

  test('a refund sent again after a lost answer is the same refund', async () => {
    const { page, drawer } = await openPayment();
    const ids: string[] = [];
    answer(paymentRoutes.refund, ({ body }) => {
      ids.push(body.refundId);
      throw problems.unavailable('Stripe');
    });
    await drawer.getByRole('button', { name: 'Refund' }).click();
    const send = page.getByRole('button', { name: 'Refund $240.00' });
    await send.click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await send.click();
    await expect.poll(() => ids.length).toBe(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('is told why not when nothing is left', async () => {
    const { page, drawer } = await openPayment({ ...paid, status: 'refunded', refunded: 24_000 });
    await drawer.getByRole('button', { name: 'Refund' }).click();
    await expect.element(page.getByText('Nothing is left: all of $240.00 has been given back.')).toBeVisible();
    await page
      .getByRole('dialog', { name: 'Refund Dipika Sarraf' })
      .getByRole('button', { name: 'Close' })
      .last()
      .click();
    await expect.element(page.getByText(/^Nothing is left/)).not.toBeInTheDocument();
  });

  test('proves who they are first, and then it goes on by itself', async () => {
    const { page, drawer, stored } = await openPayment();
    let isProved = false;
    answer(paymentRoutes.refund, ({ body }) => {
      if (!isProved) throw problems.stepUpNeeded();
      stored.refunds.push(body);
      return makeDetail({ ...paid, status: 'refunded', refunded: 24_000 });
    });
    answer(factorRoutes.waysOfStepUp, { ways: ['password'] });
    answer(factorRoutes.stepUp, () => void (isProved = true));
    await drawer.getByRole('button', { name: 'Refund' }).click();
    await page.getByRole('button', { name: 'Refund $240.00' }).click();
    await page
      .getByRole('dialog', { name: 'Confirm that it is you' })
      .getByLabelText('Password *')
      .fill('correct horse');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => stored.refunds.length).toBe(1);
  });

  test.each(['manager', 'employee'] as const)('and a %s does not', async (role) => {
    const { drawer } = await openPayment(paid, {}, role);
    await expect.element(drawer.getByRole('link', { name: 'Receipt' })).toBeVisible();
    expect(drawer.getByRole('button', { name: 'Refund' }).elements()).toEqual([]);
  });
});

describe('what else staff do with a payment', () => {
  test('F230 the receipt is opened, and sent once more', async () => {
    const { page, drawer, stored } = await openPayment(paid, {}, 'employee');
    await expect.element(drawer.getByRole('link', { name: 'Receipt' })).toHaveAttribute('href', `/receipts/${paid.id}`);
    await drawer.getByRole('button', { name: 'More about this payment' }).click();
    await page.getByRole('menuitem', { name: 'Send receipt again' }).click();
    await expect.element(page.getByText('Receipt sent to dipika@example.com')).toBeVisible();
    expect(stored.sentReceipts).toEqual([paid.id]);
  });

  test('what was asked for is taken back, after a question', async () => {
    const { page, drawer } = await openPayment(makeRequested({ amount: 6000 }), {}, 'manager');
    await drawer.getByRole('button', { name: 'Cancel request' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cancel the request for $60.00?' });
    await dialog.getByRole('button', { name: 'Cancel the request' }).click();
    await expect.element(drawer.getByText('CANCELLED')).toBeVisible();
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test('what is being paid this moment cannot be taken back, and the question says so', async () => {
    const { page, drawer } = await openPayment(makeRequested({ amount: 6000 }));
    answer(paymentRoutes.cancel, () => {
      throw problems.conflict('It is being paid this very moment');
    });
    await drawer.getByRole('button', { name: 'Cancel request' }).click();
    await page.getByRole('button', { name: 'Cancel the request' }).click();
    await expect.element(page.getByText('It is being paid this very moment')).toBeVisible();
  });

  test('a payment nobody asked for has no request to cancel', async () => {
    const { drawer } = await openPayment(make.payment({ status: 'failed', failureReason: 'Your card was declined.' }));
    await expect.element(drawer.getByText('Your card was declined.')).toBeVisible();
    expect(drawer.getByRole('button', { name: 'Cancel request' }).elements()).toEqual([]);
    expect(drawer.getByRole('button', { name: 'Refund' }).elements()).toEqual([]);
  });
});
