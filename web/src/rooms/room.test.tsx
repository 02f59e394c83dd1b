import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import type { Message } from '#domain/rooms/message.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { isLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { makeMessage } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const left = vi.fn();

// Leaving is the last call of a page; it is answered before the answers of the test are taken away.
afterEach(async () => {
  const { length } = left.mock.calls;
  const isOpen = document.querySelector('[role=log]') !== null;
  await cleanup();
  if (isOpen) await vi.waitUntil(() => left.mock.calls.length > length);
});

/** A room that keeps what is sent, as the server does. */
function answerRoom(task: Task, stored: Message[] = []) {
  const joined = vi.fn();
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(taskRoutes.get, task);
  answer(paymentRoutes.ofTask, { items: [] });
  answer(roomRoutes.join, () => joined());
  answer(roomRoutes.leave, () => left());
  answer(roomRoutes.messages, ({ query: { after, before, limit } }) => {
    const items =
      after === undefined
        ? stored.filter(({ seq }) => seq < (before ?? Infinity)).slice(-limit)
        : stored.filter(({ seq }) => seq > after).slice(0, limit);
    return { items, lastSeq: stored.length };
  });
  return { joined };
}

const room = (count: number) => Array.from({ length: count }, (_, index) => makeMessage(index + 1));
const bubbles = (page: Awaited<ReturnType<typeof renderPage>>) =>
  page
    .getByRole('log')
    .getByText(/^Message \d+$/)
    .elements()
    .map((each) => each.textContent);

describe('the chat of a task', () => {
  test('F176 F193: opening it joins the room and shows what was said', async () => {
    signedInAs('employee');
    const task = make.task();
    const { joined } = answerRoom(task, room(2));
    const page = await renderPage(`/tasks/${task.id}`);

    await expect.element(page.getByText('Message 2')).toBeVisible();
    expect(joined).toHaveBeenCalled();
    await expect.element(page.getByRole('log')).toHaveAttribute('aria-live', 'polite');
  });

  test('F177: Enter sends, Shift+Enter begins a line', async () => {
    const me = signedInAs('customer');
    const task = make.task();
    const stored: Message[] = [];
    answerRoom(task, stored);
    answer(roomRoutes.send, ({ body }) => {
      const sender = { id: me.member.id, name: me.member.name, role: 'customer' as const };
      const message = makeMessage(1, { id: body.messageId, text: body.text, sender });
      stored.push(message);
      return message;
    });
    const page = await renderPage(`/tasks/${task.id}`);

    await page.getByRole('textbox', { name: /Write to/ }).click();
    await userEvent.keyboard('Good morning{Shift>}{Enter}{/Shift}Is it ready?{Enter}');

    await expect.element(page.getByRole('img', { name: 'Sent' })).toBeVisible();
    expect(stored.map(({ text }) => text)).toEqual(['Good morning\nIs it ready?']);
    await expect.element(page.getByRole('textbox', { name: /Write to/ })).toHaveValue('');
  });

  test('F178 F181: what the other side writes comes in live, once', async () => {
    signedInAs('employee');
    const task = make.task();
    const stored = room(1);
    answerRoom(task, stored);
    const page = await renderPage(`/tasks/${task.id}`);
    await expect.element(page.getByText('Message 1')).toBeVisible();
    await vi.waitUntil(isLive);

    const message = makeMessage(2);
    stored.push(message);
    sendLive({ kind: 'message.sent', roomId: task.id, message });
    sendLive({ kind: 'message.sent', roomId: task.id, message });

    await expect.element(page.getByText('Message 2')).toBeVisible();
    expect(bubbles(page)).toEqual(['Message 1', 'Message 2']);
  });

  test('F196: a missed message is fetched, and the order is the server’s', async () => {
    signedInAs('employee');
    const task = make.task();
    const stored = room(1);
    answerRoom(task, stored);
    const page = await renderPage(`/tasks/${task.id}`);
    await expect.element(page.getByText('Message 1')).toBeVisible();
    await vi.waitUntil(isLive);

    stored.push(makeMessage(2), makeMessage(3));
    sendLive({ kind: 'message.sent', roomId: task.id, message: stored[2]! });

    await expect.element(page.getByText('Message 3')).toBeVisible();
    expect(bubbles(page)).toEqual(['Message 1', 'Message 2', 'Message 3']);
  });

  test('F234: what could not be sent stays with Retry, survives a reload and is stored once', async () => {
    const me = signedInAs('employee');
    const task = make.task();
    answerRoom(task);
    const ids: string[] = [];
    answer(roomRoutes.send, ({ body }) => {
      ids.push(body.messageId);
      throw new ProblemError({ type: '/problems/offline', title: 'StarOne cannot be reached', status: 503 });
    });
    const first = await renderPage(`/tasks/${task.id}`);
    await first.getByRole('textbox', { name: /Write to/ }).fill('Ready by five');
    await first.getByRole('button', { name: 'Send' }).click();
    await expect.element(first.getByText(/Not sent: StarOne cannot be reached/)).toBeVisible();
    await first.unmount();

    const again = await renderPage(`/tasks/${task.id}`);
    await expect.element(again.getByText('Ready by five')).toBeVisible();
    await expect.element(again.getByRole('button', { name: 'Retry' })).toBeVisible();
    answer(roomRoutes.send, ({ body }) => {
      ids.push(body.messageId);
      return makeMessage(1, { id: body.messageId, text: body.text, sender: { ...me.member, role: 'employee' } });
    });
    await again.getByRole('button', { name: 'Retry' }).click();

    await expect.element(again.getByRole('img', { name: 'Sent' })).toBeVisible();
    expect(new Set(ids).size).toBe(1);
    expect(again.getByText('Ready by five').elements()).toHaveLength(1);
  });

  test('earlier messages come when asked for, and the list stays whole', async () => {
    signedInAs('employee');
    const task = make.task();
    answerRoom(task, room(60));
    const page = await renderPage(`/tasks/${task.id}`);
    await expect.element(page.getByText('Message 60')).toBeVisible();
    expect(page.getByText('Message 10', { exact: true }).elements()).toEqual([]);

    page.getByRole('log').element().scrollTo({ top: 0 });

    await expect.element(page.getByText('Message 1', { exact: true })).toBeInTheDocument();
    expect(bubbles(page)).toEqual(room(60).map(({ text }) => text));
  });
});

describe('the facts of a task', () => {
  test('F162 F171: staff change the status from its menu', async () => {
    signedInAs('employee');
    const task = make.task();
    answerRoom(task);
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
    signedInAs('customer');
    const task = make.task();
    answerRoom(task);
    answer(paymentRoutes.ofTask, { items: [make.payment({ amount: 24_000 })] });
    const page = await renderPage(`/tasks/${task.id}`);

    await expect.element(page.getByText('$240.00')).toBeVisible();
    await expect.element(page.getByText('COMPLETED')).toBeVisible();
    expect(page.getByRole('button', { name: /Status/ }).elements()).toEqual([]);
    expect(
      page
        .getByRole('link', { name: 'Pay', exact: true })
        .elements()
        .map((link) => link.getAttribute('href')),
    ).toContain(`/portal/pay?task=${task.id}`);
  });

  test('F085: somebody else’s task is not here', async () => {
    signedInAs('employee');
    answerRoom(make.task());
    answer(taskRoutes.get, () => {
      throw problems.notFound('The task');
    });
    const page = await renderPage(`/tasks/${crypto.randomUUID()}`);
    await expect.element(page.getByRole('heading', { name: 'This task is not here' })).toBeVisible();
  });
});
