import { describe, expect, test, vi } from 'vitest';
import type { Import } from '#domain/imports/import.ts';
import { importRoutes } from '#domain/imports/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { isLive, sendLive } from '#web/testing/live.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const run = (change: Partial<Import> = {}): Import => ({
  id: crypto.randomUUID(),
  fileName: 'payments.csv',
  state: 'running',
  rows: 69_659,
  done: 31_240,
  added: 0,
  customersAdded: 0,
  reason: null,
  createdAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
  ...change,
});

const file = new File(['customer,date,amount\n00001,1997-01-01,11.77\n'], 'payments.csv', { type: 'text/csv' });

function asAdmin() {
  signedInAs('admin');
  answer(memberRoutes.list, { items: [], nextCursor: null });
}

describe('importing payments', () => {
  test('the file is sent, its progress shows, and at the end what became of it', async () => {
    asAdmin();
    let current = run({ state: 'waiting', done: 0 });
    answer(importRoutes.start, () => current);
    answer(importRoutes.get, () => current);
    const page = await renderPage('/customers/import');
    await expect.element(page.getByText(/customer,date,amount/)).toBeVisible();

    await page.getByLabelText('CSV file').upload(file);
    await expect.element(page.getByText('Waiting to begin…')).toBeVisible();
    expect(page.path()).toBe(`/customers/import?import=${current.id}`);

    await vi.waitUntil(isLive);
    current = { ...current, state: 'running', done: 31_240 };
    sendLive({ kind: 'import.changed', importId: current.id });
    await expect.element(page.getByText('31,240 of 69,659 rows')).toBeVisible();

    current = { ...current, state: 'done', done: 69_659, added: 69_659, customersAdded: 23_570 };
    sendLive({ kind: 'import.changed', importId: current.id });
    await expect.element(page.getByText(/69,659 new payments, 23,570 new customers/)).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Show segments' })).toHaveAttribute('href', '/segments');
  });

  test('a refused file names its rows, and another can be chosen', async () => {
    asAdmin();
    answer(importRoutes.start, () => {
      throw problems.invalid([
        { pointer: '/rows/17/date', detail: 'Not a day such as 1997-01-31' },
        { pointer: '/rows/23/amount', detail: 'Not an amount' },
      ]);
    });
    const page = await renderPage('/customers/import');
    await page.getByLabelText('CSV file').upload(file);

    await expect.element(page.getByText('Row 17: date: Not a day such as 1997-01-31')).toBeVisible();
    await expect.element(page.getByText('Row 23: amount: Not an amount')).toBeVisible();
    await expect.element(page.getByText('Nothing was stored.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  });

  test('a file that is no CSV is refused before it is sent', async () => {
    asAdmin();
    const page = await renderPage('/customers/import');
    await page.getByLabelText('CSV file').upload(new File(['x'], 'photo.png', { type: 'image/png' }));
    await expect.element(page.getByText(/This file cannot be imported/)).toBeVisible();
  });

  test('one that failed says why and how far it came', async () => {
    asAdmin();
    const failed = run({ state: 'failed', reason: 'The store does not answer.' });
    answer(importRoutes.get, failed);
    const page = await renderPage(`/customers/import?import=${failed.id}`);
    await expect.element(page.getByText(/The store does not answer. 31,240 of 69,659 rows are stored/)).toBeVisible();
  });

  test('F086: is for admins', async () => {
    signedInAs('manager');
    const page = await renderPage('/customers/import');
    await expect.element(page.getByRole('heading', { name: /not open to you/ })).toBeVisible();
  });
});
