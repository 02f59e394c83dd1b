import { describe, expect, test } from 'vitest';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Payment } from '#domain/payments/payment.ts';
import type { Task } from '#domain/tasks/task.ts';
import { answer } from '#web/testing/answer.ts';
import { answerTasks } from '#web/testing/answer-tasks.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';
import { nextStepOf } from './next-step.ts';

const tomas = { id: crypto.randomUUID(), name: 'Tomas Abara', email: 'tomas@example.com' };

function answerPortal(tasks: Task[], payments: Payment[] = []) {
  signedInAs('customer', { name: 'Dipika Sarraf' });
  answer(taskRoutes.list, { items: tasks, nextCursor: null });
  answer(paymentRoutes.list, { items: payments, nextCursor: null });
}

describe('the next step of a customer', () => {
  const failed = make.payment({ status: 'failed' });
  const talk = make.task({ employee: tomas });
  const wait = make.task({ status: 'requested' });
  test.each([
    ['nothing yet: ask', [], [], 'ask'],
    ['a request: wait', [wait], [], 'wait'],
    ['a task with an employee: talk', [wait, talk], [], 'talk'],
    ['all done: ask', [make.task({ status: 'completed', employee: tomas })], [], 'ask'],
    ['the last payment failed: pay again', [talk], [failed, make.payment()], 'pay-again'],
    ['it was paid after a failure: talk', [talk], [make.payment(), failed], 'talk'],
  ])('%s', (_, tasks, payments, kind) => {
    expect(nextStepOf(tasks, payments).kind).toBe(kind);
  });
});

test('the customer’s Home leads to the chat and says what was paid', async () => {
  const task = make.task({ employee: tomas });
  answerPortal([task], [make.payment(), make.payment({ status: 'failed' })]);
  const page = await renderPage('/portal');

  const step = page.getByRole('region', { name: 'Next step' });
  await expect.element(step.getByRole('link', { name: 'Open the chat' })).toHaveAttribute('href', `/tasks/${task.id}`);
  await expect.element(page.getByRole('region', { name: 'Amount paid' }).getByText('$100.00')).toBeVisible();
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
