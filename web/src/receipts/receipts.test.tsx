import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page as browser } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import type { Receipt } from '#domain/receipts/receipt.ts';
import { receiptRoutes } from '#domain/receipts/routes.ts';
import { aReceipt } from '#domain/receipts/testing/a-receipt.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

beforeEach(answerEmptyHome);

async function opened(given: Receipt) {
  answer(receiptRoutes.read, given);
  const page = await renderPage(`/receipts/${given.paymentId}`);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Receipt R-000412' })).toBeVisible();
  return page;
}
const sheetOf = (page: Awaited<ReturnType<typeof opened>>) =>
  page.getByRole('article', { name: 'Receipt R-000412 from Marlow Street Jewellers' });

describe('F230 the page of a receipt', () => {
  test.each(['admin', 'employee', 'customer'] as const)(
    'says to somebody of the role %s the same as the PDF, and leads to it',
    async (role) => {
      signedInAs(role);
      const given = aReceipt({ refunded: 2_550 });
      const page = await opened(given);
      for (const words of [
        'R-000412',
        '12 Marlow Street',
        'Tax number NO 987 654 321 MVA',
        'Dipika Sarraf',
        '20 November 2026',
        'Card, Visa ending 4242',
        'Ring resize, N to P',
        '$100.00',
        '-$25.50',
        '$74.50',
        'Returns within 30 days.',
      ])
        await expect.element(sheetOf(page)).toMatchTextContent(words);
      await expect
        .element(page.getByRole('link', { name: 'Download PDF' }))
        .toHaveAttribute('href', `/api/payments/${given.paymentId}/receipt.pdf`);
    },
  );

  test('leads to Stripe’s own receipt where there is one', async () => {
    signedInAs('customer');
    const page = await opened(aReceipt({ stripeReceipt: 'https://pay.stripe.example/receipts/1' }));
    const link = page.getByRole('link', { name: 'Stripe’s receipt' });
    await expect.element(link).toHaveAttribute('href', 'https://pay.stripe.example/receipts/1');
    await expect.element(link).toHaveAttribute('rel', 'noreferrer');
  });

  test('shows a refund while one looks at it', async () => {
    signedInAs('customer');
    const given = aReceipt();
    const page = await opened(given);
    await goLive();
    answer(receiptRoutes.read, { ...given, refunded: 10_000 });
    sendLive({ kind: 'payments.changed', paymentId: given.paymentId });
    await expect.element(sheetOf(page)).toMatchTextContent('Given back since');
  });

  test('says when there is none yet, and shows it when it comes', async () => {
    signedInAs('customer');
    const given = aReceipt();
    answer(receiptRoutes.read, () => {
      throw problems.notFound('The receipt');
    });
    const page = await renderPage(`/receipts/${given.paymentId}`);
    await expect.element(page.getByRole('heading', { name: 'There is no receipt here' })).toBeVisible();
    await goLive();
    answer(receiptRoutes.read, given);
    sendLive({ kind: 'payments.changed', paymentId: given.paymentId });
    await expect.element(sheetOf(page)).toBeVisible();
  });

  test('can be asked for again when it could not be read', async () => {
    signedInAs('admin');
    const given = aReceipt();
    answer(receiptRoutes.read, () => {
      throw problems.forbidden();
    });
    const page = await renderPage(`/receipts/${given.paymentId}`);
    await expect.element(page.getByRole('alert')).toBeVisible();
    answer(receiptRoutes.read, given);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(sheetOf(page)).toBeVisible();
  });

  test('is on paper the sheet alone, and its buttons are on the screen only', async () => {
    signedInAs('admin');
    const page = await opened(aReceipt());
    const print = vi.spyOn(window, 'print').mockReturnValue();
    await page.getByRole('button', { name: 'Print' }).click();
    expect(print).toHaveBeenCalledOnce();

    const browserSession = cdp() as { send: (method: string, params: object) => Promise<unknown> };
    await browserSession.send('Emulation.setEmulatedMedia', { media: 'print' });
    try {
      await expect.element(page.getByRole('button', { name: 'Print' })).not.toBeInTheDocument();
      expect(page.getByRole('navigation').elements()).toEqual([]);
      await expect.element(sheetOf(page)).toBeVisible();
    } finally {
      await browserSession.send('Emulation.setEmulatedMedia', { media: '' });
    }
  });

  test('fits a phone: nothing stands out of it', async () => {
    signedInAs('customer');
    await browser.viewport(390, 844);
    await opened(aReceipt({ purpose: 'x'.repeat(200) }));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(document.querySelector('#main')!.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('F230 Send again', () => {
  test('is for staff, and says that it went', async () => {
    signedInAs('manager');
    const sent = vi.fn();
    answer(receiptRoutes.send, sent);
    const page = await opened(aReceipt());
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect.element(page.getByText('The receipt was sent')).toBeVisible();
    expect(sent).toHaveBeenCalledOnce();
  });

  test('says why it did not', async () => {
    signedInAs('admin');
    answer(receiptRoutes.send, () => {
      throw problems.unavailable('The mail server');
    });
    const page = await opened(aReceipt());
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
  });

  test('is not for customers, nor where there is no address', async () => {
    signedInAs('customer');
    const page = await opened(aReceipt());
    expect(page.getByRole('button', { name: 'Send again' }).elements()).toEqual([]);
    await page.unmount();
    signedInAs('admin');
    const other = await opened(aReceipt({ customer: { id: crypto.randomUUID(), name: 'Ada', email: '' } }));
    expect(other.getByRole('button', { name: 'Send again' }).elements()).toEqual([]);
  });
});
