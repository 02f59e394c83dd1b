import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerPayments } from '#web/testing/answer-payments.ts';
import { answerTasks } from '#web/testing/answer-tasks.ts';
import { make } from '#web/testing/make.ts';
import { makeRequested } from '#web/testing/make-payment.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const dipika = makeScored();
const task = make.task();
const other = make.task({ title: 'Engraving' });
const paid = make.payment();

async function openDialog(verb: 'Request payment' | 'Record payment', role: 'admin' | 'employee' = 'admin') {
  signedInAs(role);
  const stored = answerPayments({ payments: [paid], customers: [dipika], tasks: [task, other] });
  const page = await renderPage('/payments');
  await page.getByRole('button', { name: verb }).click();
  const dialog = page.getByRole('dialog', { name: verb });
  await expect.element(dialog).toBeVisible();
  return { page, dialog, stored };
}

/** Today in the business's zone. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Oslo' }).format(new Date());
const tomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe('F225 staff ask a customer to pay', () => {
  test('for a task, whose title is what it is for', async () => {
    const { page, dialog, stored } = await openDialog('Request payment', 'employee');
    // They know customers by their tasks.
    expect(dialog.getByText('For a customer').elements()).toEqual([]);
    await dialog.getByRole('combobox', { name: 'Task' }).fill('resize');
    await page.getByRole('option', { name: `${task.title} · Dipika Sarraf` }).click();
    await expect.element(dialog.getByLabelText('What for *')).toHaveValue(task.title);
    await dialog.getByLabelText('Amount *').fill('60');
    await dialog.getByLabelText('Due').fill('2026-11-28');
    await dialog.getByRole('button', { name: 'Request $60.00' }).click();

    await expect.element(page.getByText('$60.00 requested from Dipika Sarraf')).toBeVisible();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByRole('cell', { name: 'REQUESTED' })).toBeVisible();
    expect(stored.requests).toMatchObject([
      { taskId: task.id, customerId: null, amount: 6000, currency: 'USD', purpose: task.title, dueOn: '2026-11-28' },
    ]);
  });

  test('F232 for no task, in one of the currencies that have a rate', async () => {
    const { page, dialog, stored } = await openDialog('Request payment');
    await dialog.getByText('For a customer').click();
    await dialog.getByRole('combobox', { name: 'Customer' }).click();
    await page.getByRole('option', { name: 'Dipika Sarraf · dipika@example.com' }).click();
    await dialog.getByRole('combobox', { name: 'Currency' }).click();
    await page.getByRole('option', { name: 'INR' }).click();
    await dialog.getByLabelText('Amount *').fill('4,500');
    await dialog.getByLabelText('What for *').fill('Bangle, 22 ct');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => stored.requests)
      .toMatchObject([
        {
          taskId: null,
          customerId: dipika.id,
          amount: 450_000,
          currency: 'INR',
          purpose: 'Bangle, 22 ct',
          dueOn: null,
        },
      ]);
  });

  test('another task that is chosen brings its own title, but what was typed stays', async () => {
    const { page, dialog } = await openDialog('Request payment');
    const [tasks, purpose] = [dialog.getByRole('combobox', { name: 'Task' }), dialog.getByLabelText('What for *')];
    const choose = async (title: RegExp) => {
      await tasks.click();
      await page.getByRole('option', { name: title }).click();
    };
    await choose(/^Ring/);
    await choose(/^Engraving/);
    await expect.element(purpose).toHaveValue('Engraving');
    await purpose.fill('Deposit');
    await choose(/^Ring/);
    await expect.element(purpose).toHaveValue('Deposit');
  });

  test('W14 all that is wrong is said at once, and nothing is sent', async () => {
    const { page, dialog, stored } = await openDialog('Request payment');
    await dialog.getByLabelText('Amount *').fill('0.10');
    await dialog.getByRole('button', { name: 'Request $0.10' }).click();
    await expect.element(dialog.getByText('Please choose a task')).toBeVisible();
    await expect.element(dialog.getByText('The amount must be between $0.50 and $999,999.99')).toBeVisible();
    await expect.element(dialog.getByText('Please fill this in')).toBeVisible();
    await expect.element(dialog.getByRole('combobox', { name: 'Task' })).toHaveFocus();
    expect(stored.requests).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('a currency without a rate is said under it, and what was typed stays', async () => {
    const { page, dialog } = await openDialog('Request payment');
    answer(paymentRoutes.request, () => {
      throw problems.invalid([{ pointer: '/body/currency', detail: 'Only USD can be paid today' }]);
    });
    await dialog.getByRole('combobox', { name: 'Task' }).click();
    await page.getByRole('option', { name: /Ring resize/ }).click();
    await dialog.getByLabelText('Amount *').fill('60');
    await dialog.getByRole('button', { name: 'Request $60.00' }).click();
    await expect.element(dialog.getByText('Only USD can be paid today')).toBeVisible();
    await expect.element(dialog.getByLabelText('Amount *')).toHaveValue('60');
    await expect.element(dialog.getByRole('combobox', { name: 'Task' })).toHaveValue(`${task.title} · Dipika Sarraf`);
  });

  test('F234 sent again after a lost answer it asks once', async () => {
    const { page, dialog } = await openDialog('Request payment');
    const ids: string[] = [];
    answer(paymentRoutes.request, ({ body }) => {
      ids.push(body.paymentId);
      if (ids.length === 1) throw problems.unavailable('The database');
      return makeRequested({ id: body.paymentId });
    });
    await dialog.getByRole('combobox', { name: 'Task' }).click();
    await page.getByRole('option', { name: /Ring resize/ }).click();
    await dialog.getByLabelText('Amount *').fill('60');
    const send = dialog.getByRole('button', { name: 'Request $60.00' });
    await send.click();
    await expect.element(dialog.getByRole('alert')).toBeVisible();
    await send.click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(ids).toEqual([ids[0], ids[0]]);
  });
});

describe('F238 staff record what was paid across the counter', () => {
  test('in cash, today, with a note', async () => {
    const { page, dialog, stored } = await openDialog('Record payment');
    await dialog.getByRole('combobox', { name: 'Task' }).click();
    await page.getByRole('option', { name: /Ring resize/ }).click();
    await dialog.getByLabelText('Amount *').fill('45');
    await dialog.getByLabelText('Note').fill('Drawer 2');
    await dialog.getByRole('button', { name: 'Record $45.00' }).click();
    await expect.element(page.getByText('$45.00 of Dipika Sarraf recorded')).toBeVisible();
    await expect.element(page.getByRole('cell', { name: 'CASH' })).toBeVisible();
    expect(stored.records).toMatchObject([{ amount: 4500, method: 'cash', paidOn: today, note: 'Drawer 2' }]);
  });

  test('by transfer some days ago; no card company limits the amount', async () => {
    const { page, dialog, stored } = await openDialog('Record payment');
    await dialog.getByRole('combobox', { name: 'Task' }).click();
    await page.getByRole('option', { name: /Ring resize/ }).click();
    await dialog.getByLabelText('Amount *').fill('2,000,000');
    await dialog.getByRole('radio', { name: 'Bank transfer' }).click();
    await dialog.getByLabelText('Paid on *').fill('2026-10-01');
    await dialog.getByRole('button', { name: 'Record $2,000,000.00' }).click();
    await expect
      .poll(() => stored.records)
      .toMatchObject([{ amount: 200_000_000, method: 'transfer', paidOn: '2026-10-01' }]);
  });

  test('but not on a day that has not come', async () => {
    const { page, dialog, stored } = await openDialog('Record payment');
    await dialog.getByRole('combobox', { name: 'Task' }).click();
    await page.getByRole('option', { name: /Ring resize/ }).click();
    await dialog.getByLabelText('Amount *').fill('45');
    await dialog.getByLabelText('Paid on *').fill(tomorrow);
    await dialog.getByRole('button', { name: 'Record $45.00' }).click();
    await expect.element(dialog.getByText('This day has not come yet')).toBeVisible();
    expect(stored.records).toEqual([]);
  });
});

describe('the drawer of a task', () => {
  test('says what it brought and what is due, and asks for more', async () => {
    signedInAs('admin');
    const its = { task: { id: task.id, title: task.title } };
    const stored = answerPayments({
      payments: [make.payment({ ...its, amount: 24_000 }), makeRequested({ ...its, amount: 6000 }, '2026-11-28')],
      tasks: [task],
    });
    const listed = answerTasks(task);
    answer(paymentRoutes.ofTask, () => ({ items: stored.payments }));
    const page = await renderPage(`/tasks?peek=${task.id}`);
    const drawer = page.getByRole('dialog', { name: task.title });
    await expect.element(drawer.getByText('To be paid')).toBeVisible();
    await expect.element(drawer.getByText('Due 28 Nov')).toBeVisible();
    await drawer.getByRole('button', { name: 'Request payment' }).click();

    const dialog = page.getByRole('dialog', { name: 'Request payment' });
    await expect.element(dialog.getByText(`${task.title} · Dipika Sarraf`)).toBeVisible();
    await expect.element(dialog.getByLabelText('What for *')).toHaveValue(task.title);
    await dialog.getByLabelText('Amount *').fill('15');
    await userEvent.keyboard('{Enter}');
    await expect.element(drawer.getByText('$75.00')).toBeVisible();
    expect(stored.requests).toMatchObject([{ taskId: task.id, customerId: null, amount: 1500 }]);
    expect(listed.tasks).toHaveLength(1);
  });
});
