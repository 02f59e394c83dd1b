import { describe, expect, test, vi } from 'vitest';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { isDue, type Payment } from '#domain/payments/payment.ts';
import type { Task } from '#domain/tasks/task.ts';
import { answer } from '#web/testing/answer.ts';
import { answerTasks } from '#web/testing/answer-tasks.ts';
import { make } from '#web/testing/make.ts';
import { makeRequested } from '#web/testing/make-payment.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';
import { nextStepOf } from './next-step.ts';

const tomas = { id: crypto.randomUUID(), name: 'Tomas Abara', email: 'tomas@example.com' };

function answerPortal(tasks: Task[], payments: Payment[] = []) {
  signedInAs('customer', { name: 'Dipika Sarraf' });
  answer(taskRoutes.list, { items: tasks, nextCursor: null });
  answer(paymentRoutes.list, ({ query }) => ({
    items: query.due ? payments.filter(isDue) : payments,
    nextCursor: null,
  }));
  answer(paymentRoutes.totals, {
    items: payments.map(({ currency, status, amount, refunded }) => ({ currency, status, count: 1, amount, refunded })),
  });
}

describe('the next step of a customer', () => {
  const failed = make.payment({ status: 'failed' });
  const talk = make.task({ employee: tomas });
  const wait = make.task({ status: 'requested' });
  const asked = makeRequested();
  test.each([
    ['nothing yet: ask', [], [], undefined, 'ask'],
    ['a request: wait', [wait], [], undefined, 'wait'],
    ['a task with an employee: talk', [wait, talk], [], undefined, 'talk'],
    ['all done: ask', [make.task({ status: 'completed', employee: tomas })], [], undefined, 'ask'],
    ['something is due: pay', [talk], [asked], make.payment(), 'pay'],
    ['the last payment failed: pay again', [talk], [asked], failed, 'pay-again'],
    ['it was paid after a failure: talk', [talk], [], make.payment(), 'talk'],
  ])('%s', (_, tasks, due, newest, kind) => {
    expect(nextStepOf({ tasks, due, newest }).kind).toBe(kind);
  });
});

describe('the customer’s Home', () => {
  test('leads to the chat and says what was paid, less what was given back', async () => {
    const task = make.task({ employee: tomas });
    answerPortal([task], [make.payment({ amount: 12_000, refunded: 2000 }), make.payment({ status: 'expired' })]);
    const page = await renderPage('/portal');

    const step = page.getByRole('region', { name: 'Next step' });
    await expect
      .element(step.getByRole('link', { name: 'Open the chat' }))
      .toHaveAttribute('href', `/tasks/${task.id}`);
    const money = page.getByRole('region', { name: 'Your payments' });
    await expect.element(money.getByText('$100.00')).toBeVisible();
    expect(money.getByText('Amount due').elements()).toEqual([]);
  });

  test('says what is due, each currency by itself, and pays the most urgent', async () => {
    const rest = makeRequested({ purpose: 'Ring resize, rest', amount: 6000 }, '2020-01-02');
    answerPortal([], [rest, makeRequested({ amount: 1000 }), makeRequested({ amount: 2000, currency: 'EUR' })]);
    answer(paymentRoutes.pay, ({ params }) => ({ ...params, url: '#the-pay-page' }));
    const page = await renderPage('/portal');

    const money = page.getByRole('region', { name: 'Your payments' });
    await expect.element(money.getByText('$70.00')).toBeVisible();
    await expect.element(money.getByText('€20.00')).toBeVisible();
    await expect.element(money.getByText(/Overdue since 2 Jan 2020/)).toBeVisible();

    const step = page.getByRole('region', { name: 'Next step' });
    await expect.element(step.getByRole('heading', { name: 'Ring resize, rest' })).toBeVisible();
    await step.getByRole('button', { name: 'Pay $60.00' }).click();
    await vi.waitUntil(() => location.hash === '#the-pay-page');
    location.hash = '';
  });
});

test('F080 F170: a customer requests a task', async () => {
  answerPortal([]);
  answer(taskRoutes.create, ({ body }) => {
    expect(body).toEqual({ title: 'Pearl restringing', description: '62 cm, knotted', dueOn: null });
    return make.task({ title: body.title, status: 'requested' });
  });
  const page = await renderPage('/portal/tasks');

  await page.getByRole('button', { name: 'Request a task' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Request a task' });
  await dialog.getByRole('button', { name: 'Send request' }).click();
  await expect.element(dialog.getByText('Please fill this in')).toBeVisible();
  await expect.element(dialog.getByLabelText('Title *')).toHaveFocus();

  await dialog.getByLabelText('Title *').fill('Pearl restringing');
  await dialog.getByLabelText('Description').fill('62 cm, knotted');
  await dialog.getByRole('button', { name: 'Send request' }).click();

  await expect.element(page.getByText('Task created successfully')).toBeVisible();
});

test('F078 F165: a customer sees their tasks with the employee', async () => {
  answerPortal([make.task({ employee: tomas }), make.task({ title: 'Welcome Task', status: 'requested' })]);
  const page = await renderPage('/portal/tasks');

  await expect.element(page.getByRole('link', { name: 'Ring resize, N to P' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: 'Tomas Abara' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: 'Unassigned' })).toBeVisible();
});

test('W23: a second request in a row goes through like the first', async () => {
  answerPortal([]);
  const sent: string[] = [];
  answer(taskRoutes.create, ({ body }) => {
    sent.push(body.title);
    return make.task({ title: body.title, status: 'requested' });
  });
  const page = await renderPage('/portal/tasks');
  for (const title of ['Pearl restringing', 'Ring resize']) {
    await page.getByRole('button', { name: 'Request a task' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Request a task' });
    await expect.element(dialog.getByLabelText('Title *')).toHaveValue('');
    await dialog.getByLabelText('Title *').fill(title);
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
  }
  expect(sent).toEqual(['Pearl restringing', 'Ring resize']);
});

describe('F173 a customer’s own request', () => {
  const request = make.task({ title: 'Welcome Task', status: 'requested' });

  test('can be mended until it is verified', async () => {
    signedInAs('customer', { customerId: request.customer.id });
    const stored = answerTasks(request, make.task({ title: 'Ring resize', customer: request.customer }));
    const page = await renderPage('/portal/tasks');
    await page.getByRole('button', { name: 'Edit Welcome Task' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit your request' });
    await dialog.getByLabelText('Description').fill('A first look at a signet ring');
    await dialog.getByLabelText('Due').fill('2026-12-24');
    await dialog.getByRole('button', { name: 'Save changes' }).click();

    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
    expect(stored.tasks[0]).toMatchObject({
      title: 'Welcome Task',
      description: 'A first look at a signet ring',
      dueOn: '2026-12-24',
    });
    expect(page.getByRole('button', { name: 'Edit Ring resize' }).elements()).toEqual([]);
  });

  test('that was verified meanwhile says so, and keeps what was typed', async () => {
    signedInAs('customer', { customerId: request.customer.id });
    const stored = answerTasks(request);
    const page = await renderPage('/portal/tasks');
    await page.getByRole('button', { name: 'Edit Welcome Task' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit your request' });
    await dialog.getByLabelText('Title *').fill('Signet ring');
    stored.tasks = [{ ...request, version: '"2"', status: 'pending' }];
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Welcome Task was changed by somebody else' })).toBeVisible();
    await expect.element(dialog.getByLabelText('Title *')).toHaveValue('Signet ring');
  });

  test('leads to its chat', async () => {
    signedInAs('customer', { customerId: request.customer.id });
    answerTasks(request);
    const page = await renderPage('/portal/tasks');
    await expect
      .element(page.getByRole('link', { name: 'Open the room of Welcome Task' }))
      .toHaveAttribute('href', `/tasks/${request.id}`);
  });
});
