import { beforeEach, describe, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { rateRoutes } from '#domain/rates/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { leftToPay, payPage } from '#web/testing/answer-pay.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { answerRooms, inRoom, makeRoom, people } from '#web/testing/make-room.ts';
import { makeDetail, makeRequested } from '#web/testing/make-payment.ts';
import { makeMessage } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const { dipika, ines, tomas } = people;

/** Tomas' task for Dipika, and its room. */
function answerTask(change: Partial<Task> = {}) {
  const task = make.task({ employee: { ...tomas, email: 'tomas@example.com' }, ...change });
  const room = makeRoom({ id: task.id, title: task.title });
  const stored = answerRooms([{ room, entries: [makeMessage(1, { text: 'Is the claw safe?' })] }]);
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(taskRoutes.get, task);
  answer(taskRoutes.history, {
    items: [
      {
        id: crypto.randomUUID(),
        taskId: task.id,
        at: task.createdAt,
        by: { id: ines.id, name: ines.name },
        what: 'created',
        detail: null,
      },
    ],
  });
  answer(paymentRoutes.ofTask, { items: [make.payment({ amount: 24_000 })] });
  return { task, room, stored };
}

const gone = () => {
  throw problems.notFound('The task');
};

describe('the room of a task', () => {
  test('F175 F179: holds the facts, files, payments and history beside the chat', async () => {
    signedInAs('employee', tomas);
    const { task } = answerTask();
    const page = await renderPage(`/tasks/${task.id}`);

    await expect.element(page.getByRole('heading', { name: task.title })).toBeVisible();
    for (const part of ['Files', 'Payments', 'History'])
      await expect.element(page.getByRole('heading', { name: part })).toBeVisible();
    await expect.element(page.getByText('Is the claw safe?')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: /Write to/ })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'User Details of Dipika Sarraf' })).toBeVisible();
  });

  test('Q23: the people in it are named, each with their role', async () => {
    signedInAs('customer', dipika);
    const { task } = answerTask();
    const page = await renderPage(`/tasks/${task.id}`);
    await page.getByRole('button', { name: 'People in this room: 2' }).click();
    await page.getByRole('menuitem', { name: /Tomas Abara.*Employee/ }).click();
    await expect.element(page.getByRole('dialog', { name: 'User Details' })).toBeVisible();
  });

  test('Q24: a leader who opens it joins it, and is told that they observe', async () => {
    signedInAs('admin', ines);
    const { task, room, stored } = answerTask();
    const observed = { ...room, members: [...room.members, inRoom(ines, 'observer')] };
    const tooEarly: string[] = [];
    const early = (what: string) => stored.joined.length === 0 && tooEarly.push(what);
    answer(roomRoutes.get, () => {
      early('the room');
      return observed;
    });
    answer(fileRoutes.ofRoom, () => {
      early('its files');
      return { items: [] };
    });
    answer(roomRoutes.join, ({ params }) => {
      stored.joined.push(params.roomId);
      return observed;
    });
    const page = await renderPage(`/tasks/${task.id}`);
    await goLive();
    await expect.element(page.getByText('You observe this room')).toBeVisible();
    expect(stored.joined).toEqual([task.id]);
    await expect.element(page.getByText('Is the claw safe?')).toBeVisible();
    await expect.element(page.getByText('No files yet. Drop some here.')).toBeVisible();
    expect(tooEarly).toEqual([]);
  });

  test('a task that is deleted meanwhile says so kindly, and stands again when it is taken back', async () => {
    signedInAs('employee', tomas);
    const { task } = answerTask();
    const page = await renderPage(`/tasks/${task.id}`);
    await expect.element(page.getByText('Is the claw safe?')).toBeVisible();
    await goLive();

    answer(taskRoutes.get, gone);
    sendLive({ kind: 'tasks.changed', taskId: task.id });
    await expect.element(page.getByRole('heading', { name: 'This task has gone' })).toBeVisible();

    answer(taskRoutes.get, task);
    sendLive({ kind: 'tasks.changed', taskId: task.id });
    await expect.element(page.getByText('Is the claw safe?')).toBeVisible();
  });

  test('F085: somebody else’s is not here', async () => {
    signedInAs('employee', tomas);
    answerTask();
    answer(taskRoutes.get, gone);
    const page = await renderPage(`/tasks/${crypto.randomUUID()}`);
    await expect.element(page.getByRole('heading', { name: 'This task is not here' })).toBeVisible();
  });

  test('that could not be read offers Retry', async () => {
    signedInAs('employee', tomas);
    const { task } = answerTask();
    answer(taskRoutes.get, () => {
      throw problems.forbidden();
    });
    const page = await renderPage(`/tasks/${task.id}`);
    await expect.element(page.getByText('Your role does not allow this')).toBeVisible();
    answer(taskRoutes.get, task);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByRole('heading', { name: task.title })).toBeVisible();
  });
});

describe('the facts of a task', () => {
  test('F162 F171: staff change the status from its menu', async () => {
    signedInAs('employee', tomas);
    const { task } = answerTask();
    answer(taskRoutes.changeStatus, ({ body }) => {
      expect(body).toEqual({ status: 'in-progress', version: task.version });
      return { ...task, status: body.status };
    });
    const page = await renderPage(`/tasks/${task.id}`);
    await page.getByRole('button', { name: 'Status: Pending' }).click();
    await page.getByRole('menuitem', { name: 'In progress' }).click();
    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
  });

  test('F078 F225: a customer reads the status and can pay for the task', async () => {
    signedInAs('customer', dipika);
    const { task } = answerTask();
    const page = await renderPage(`/tasks/${task.id}`);
    const payments = page.getByRole('list', { name: 'Payments of this task' });
    await expect.element(payments.getByText('$240.00')).toBeVisible();
    await expect.element(page.getByText('COMPLETED')).toBeVisible();
    expect(page.getByRole('button', { name: /Status/ }).elements()).toEqual([]);
    const about = page.getByRole('complementary', { name: 'About the task' });
    await expect
      .element(about.getByRole('link', { name: 'Pay' }))
      .toHaveAttribute('href', `/portal/pay?task=${task.id}`);
  });
});

describe('F225: what is asked for on a task', () => {
  const rest = makeRequested({ amount: 6000 }, '2026-01-02');

  test('is paid from its room in one press, the most urgent first', async () => {
    signedInAs('customer', dipika);
    const { task } = answerTask();
    answer(paymentRoutes.ofTask, { items: [makeRequested({ amount: 900 }), rest] });
    answer(paymentRoutes.pay, ({ params }) => {
      expect(params.paymentId).toBe(rest.id);
      return { ...params, url: payPage };
    });
    const page = await renderPage(`/tasks/${task.id}`);
    const about = page.getByRole('complementary', { name: 'About the task' });
    await about.getByRole('button', { name: 'Pay $60.00' }).click();
    await leftToPay();
  });

  test('leaves room for another amount', async () => {
    signedInAs('customer', dipika);
    const { task } = answerTask();
    answer(paymentRoutes.ofTask, { items: [rest] });
    const page = await renderPage(`/tasks/${task.id}`);
    const about = page.getByRole('complementary', { name: 'About the task' });
    await expect
      .element(about.getByRole('link', { name: 'Other amount' }))
      .toHaveAttribute('href', `/portal/pay?task=${task.id}`);
  });
});

describe('the payments of a task', () => {
  test('F225: staff ask for money for it, and what is due stands beside what was paid', async () => {
    signedInAs('employee', tomas);
    const { task } = answerTask();
    answer(rateRoutes.payable, { own: 'USD', items: ['USD'] });
    const page = await renderPage(`/tasks/${task.id}`);
    const about = page.getByRole('complementary', { name: 'About the task' });
    await about.getByRole('button', { name: 'Request payment' }).click();
    answer(paymentRoutes.request, ({ body }) => {
      expect(body).toMatchObject({ taskId: task.id, customerId: null, amount: 6000, purpose: task.title });
      const asked = makeRequested({ id: body.paymentId, amount: body.amount });
      answer(paymentRoutes.ofTask, { items: [asked, make.payment({ amount: 24_000 })] });
      return asked;
    });
    await page.getByLabelText('Amount *').fill('60');
    await page.getByRole('button', { name: 'Request $60.00' }).click();
    await expect.element(about.getByText('To be paid')).toBeVisible();
    await expect.element(about.getByText('REQUESTED')).toBeVisible();
  });

  test('a payment opens over the room by its address, and Esc closes it', async () => {
    signedInAs('employee', tomas);
    const { task } = answerTask();
    const payment = make.payment({ amount: 24_000 });
    answer(paymentRoutes.ofTask, { items: [payment] });
    answer(paymentRoutes.read, makeDetail(payment));
    const page = await renderPage(`/tasks/${task.id}`);
    await page.getByRole('link', { name: '$240.00' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Payment of $240.00' })).toBeVisible();
    expect(page.path()).toBe(`/tasks/${task.id}?payment=${payment.id}`);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(page.path()).toBe(`/tasks/${task.id}`);
  });
});

describe('the room of a task on a phone', () => {
  beforeEach(() => browser.viewport(360, 740));

  test('shows one part at a time, and nothing scrolls sideways', async () => {
    signedInAs('customer', dipika);
    const { task } = answerTask();
    const page = await renderPage(`/tasks/${task.id}`);
    await expect.element(page.getByText('Is the claw safe?')).toBeVisible();
    for (const [tab, text] of [
      ['Facts', task.description],
      ['Files', 'Files'],
      [/^Payments/, '$240.00'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await expect.element(page.getByRole('tabpanel', { name: tab }).getByText(text).first()).toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    }
    await expect.element(page.getByText('Is the claw safe?')).not.toBeVisible();
  });

  test('Q24: a leader sees the facts first, and observes once they open the chat', async () => {
    signedInAs('admin', ines);
    const { task, stored } = answerTask();
    const page = await renderPage(`/tasks/${task.id}`);
    await expect.element(page.getByRole('tab', { name: 'Facts' })).toHaveAttribute('aria-selected', 'true');
    await goLive();
    expect(stored.joined).toEqual([]);
    await page.getByRole('tab', { name: 'Chat' }).click();
    await expect.poll(() => stored.joined).toEqual([task.id]);
  });
});
