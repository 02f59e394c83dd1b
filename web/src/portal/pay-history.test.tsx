import { describe, expect, test, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerPay, leftToPay, payPage } from '#web/testing/answer-pay.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { makeDetail, makeEntry, makeRequested } from '#web/testing/make-payment.ts';
import { renderPage } from '#web/testing/render-page.tsx';

const paid = make.payment({ receiptNumber: 412 });
const failed = make.payment({ amount: 6500, status: 'failed', failureReason: 'Your card was declined.' });

describe('the history of one’s own payments', () => {
  test('F215 F220 to F224 F229: every try stands in it, in the columns of the source', async () => {
    answerPay([paid, failed]);
    const page = await renderPage('/portal/pay');

    const table = page.getByRole('table', { name: 'Your payments' });
    await expect.element(table.getByRole('cell', { name: '$100.00' })).toBeVisible();
    await expect.element(table.getByRole('cell', { name: 'COMPLETED' })).toBeVisible();
    await expect.element(table.getByRole('cell', { name: 'FAILED' })).toBeVisible();
    expect([...table.element().querySelectorAll('th')].map((head) => head.textContent)).toEqual([
      '',
      'Amount',
      'Currency',
      'Payment Method',
      'Status',
      'Created At',
      'Updated At',
      'Receipt',
    ]);
  });

  test('F230: a paid one has its receipt, and those picked are downloaded', async () => {
    const second = make.payment({ receiptNumber: 413, amount: 2000 });
    answerPay([paid, second, failed]);
    const page = await renderPage('/portal/pay');
    await expect
      .element(page.getByRole('link', { name: 'Receipt R-000412' }))
      .toHaveAttribute('href', `/receipts/${paid.id}`);

    const downloads: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function note(
      this: HTMLAnchorElement,
    ) {
      downloads.push(`${new URL(this.href).pathname} as ${this.download}`);
    });
    await page.getByRole('checkbox', { name: 'Select the rows loaded' }).click();
    await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Receipts' }).click();
    click.mockRestore();
    expect(downloads).toEqual([
      `/api/payments/${paid.id}/receipt.pdf as R-000412.pdf`,
      `/api/payments/${second.id}/receipt.pdf as R-000413.pdf`,
    ]);
  });

  test('F230: what has no receipt yet cannot be downloaded, and the bar says so', async () => {
    answerPay([failed]);
    const page = await renderPage('/portal/pay');
    await page.getByRole('checkbox', { name: /Select \$65\.00, FAILED/ }).click();
    await expect.element(page.getByRole('region', { name: 'Selection' })).toMatchTextContent('No receipt yet');
  });

  test.each(['failed', 'expired', 'pending'] as const)('F234: a %s one is tried again', async (status) => {
    const payment = make.payment({ status });
    answerPay([payment]);
    answer(paymentRoutes.pay, ({ params }) => {
      expect(params.paymentId).toBe(payment.id);
      return { ...params, url: payPage };
    });
    const page = await renderPage('/portal/pay');
    await page.getByRole('button', { name: 'Try again to pay $100.00' }).click();
    await leftToPay();
  });

  test.each(['paid', 'processing', 'cancelled', 'refunded', 'disputed'] as const)(
    'W14: a %s one cannot be paid a second time',
    async (status) => {
      answerPay([make.payment({ status })]);
      const page = await renderPage('/portal/pay');
      await expect.element(page.getByRole('cell', { name: '$100.00' })).toBeVisible();
      expect(page.getByRole('button', { name: /Try again/ }).elements()).toEqual([]);
    },
  );

  test('a live event brings a payment up to date', async () => {
    const stored = answerPay([failed]);
    const page = await renderPage('/portal/pay');
    await expect.element(page.getByRole('cell', { name: 'FAILED' })).toBeVisible();
    await goLive();
    stored.payments = [{ ...failed, status: 'paid' }];
    sendLive({ kind: 'payments.changed', paymentId: failed.id });
    await expect.element(page.getByRole('cell', { name: 'COMPLETED' })).toBeVisible();
  });

  test('W15: going back from Stripe’s page is no payment, and the try stands in the history', async () => {
    answerPay([make.payment({ status: 'pending', method: null, paidOn: null })]);
    const page = await renderPage('/portal/pay');
    await expect.element(page.getByRole('cell', { name: 'PENDING' })).toBeVisible();
  });
});

describe('a payment of one’s own beside the list', () => {
  const entries = [
    makeEntry('requested', { by: { id: crypto.randomUUID(), name: 'Tomas Abara' } }),
    makeEntry('opened'),
    makeEntry('declined', { detail: 'Your card was declined.' }),
    makeEntry('paid'),
    makeEntry('receipt', { detail: 'R-000412' }),
    makeEntry('refunded', { amount: 2500, detail: 'A difficult customer' }),
  ];

  test('F230 W15: it tells what happened, declined tries and what was given back', async () => {
    const payment = { ...paid, status: 'partially-refunded' as const, refunded: 2500 };
    answerPay([payment]);
    answer(paymentRoutes.read, makeDetail(payment, { entries, stripeReceipt: 'https://stripe.test/receipt' }));
    const page = await renderPage('/portal/pay');
    await page.getByRole('link', { name: '$100.00' }).click();

    const drawer = page.getByRole('dialog', { name: 'Payment of $100.00' });
    await expect.element(drawer.getByText('Given back')).toBeVisible();
    const story = drawer.getByRole('region', { name: 'What happened' }).getByRole('listitem');
    await expect.element(story.first()).toMatchTextContent('Tomas Abara asked for $100.00');
    expect(story.elements().map((entry) => entry.querySelector('span')?.textContent)).toEqual([
      'Tomas Abara asked for $100.00',
      'Stripe’s page was opened',
      'Declined: Your card was declined.',
      '$100.00 paid',
      'Receipt R-000412',
      '$25.00 was given back to you',
    ]);
    await expect.element(drawer.getByRole('link', { name: 'Stripe’s receipt' })).toBeVisible();
    await expect
      .element(drawer.getByRole('link', { name: 'Receipt as PDF' }))
      .toHaveAttribute('href', `/api/payments/${payment.id}/receipt.pdf`);
    expect(page.path()).toBe(`/portal/pay?payment=${payment.id}`);
  });

  test('F258: it opens by the address that a notification leads to', async () => {
    answerPay([paid]);
    answer(paymentRoutes.read, makeDetail(paid, { entries: [] }));
    const page = await renderPage(`/portal/pay/${paid.id}`);
    await expect.element(page.getByRole('dialog', { name: 'Payment of $100.00' })).toBeVisible();
    expect(page.path()).toBe(`/portal/pay?payment=${paid.id}`);
  });

  test('the keyboard opens it, and Esc leads back to its row', async () => {
    answerPay([paid]);
    answer(paymentRoutes.read, makeDetail(paid));
    const page = await renderPage('/portal/pay');
    await expect.element(page.getByRole('link', { name: '$100.00' })).toBeVisible();
    await userEvent.keyboard('j{Enter}');
    const drawer = page.getByRole('dialog', { name: 'Payment of $100.00' });
    await expect.element(drawer).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(drawer).not.toBeInTheDocument();
  });

  test('one that is due is paid from it', async () => {
    const rest = makeRequested({ purpose: 'Ring resize, rest', amount: 6000 });
    answerPay([rest]);
    answer(paymentRoutes.read, makeDetail(rest, { entries: entries.slice(0, 1) }));
    answer(paymentRoutes.pay, ({ params }) => {
      expect(params.paymentId).toBe(rest.id);
      return { ...params, url: payPage };
    });
    const page = await renderPage(`/portal/pay?payment=${rest.id}`);
    const drawer = page.getByRole('dialog', { name: 'Payment of $60.00' });
    await drawer.getByRole('button', { name: 'Pay $60.00' }).click();
    await leftToPay();
  });

  test('W15: somebody else’s is not here', async () => {
    answerPay([paid]);
    answer(paymentRoutes.read, () => {
      throw problems.notFound('The payment');
    });
    const page = await renderPage(`/portal/pay?payment=${crypto.randomUUID()}`);
    await expect.element(page.getByRole('dialog').getByText('This payment is not here')).toBeVisible();
  });

  test('on a phone nothing scrolls sideways', async () => {
    await screen.viewport(360, 740);
    answerPay([paid, failed, makeRequested({ purpose: 'Ring resize, rest', amount: 6000 })], ['USD', 'EUR']);
    answer(paymentRoutes.read, makeDetail(paid, { entries }));
    const page = await renderPage('/portal/pay');
    await expect.element(page.getByRole('list', { name: 'Your payments' })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await page.getByRole('link', { name: '$100.00' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Payment of $100.00' })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});
