import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { type Role } from '#domain/kernel/access.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Notification } from '#domain/notifications/notification.ts';
import { notificationRoutes } from '#domain/notifications/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { makeNotification } from '#web/testing/make-notification.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

/** The server's side: what it has told this person. */
function told(...first: Notification[]) {
  const items = [...first];
  const read: (string | undefined)[] = [];
  answer(notificationRoutes.list, () => ({ items, nextCursor: null }));
  answer(notificationRoutes.unread, () => ({
    subjects: new Set(items.filter(({ readAt }) => readAt === null).map(({ on }) => on.id)).size,
  }));
  answer(notificationRoutes.read, ({ body: { subjectId } }) => {
    read.push(subjectId);
    for (const [n, each] of items.entries())
      if ((subjectId ?? each.on.id) === each.on.id) items[n] = { ...each, readAt: new Date().toISOString() };
  });
  return {
    read,
    comes: (...news: Notification[]) => {
      items.unshift(...news);
      sendLive({ kind: 'notifications.changed' });
    },
  };
}

async function homeOf(role: Role) {
  signedInAs(role);
  answerEmptyHome();
  answer(paymentRoutes.list, { items: [], nextCursor: null });
  const page = await renderPage(role === 'customer' ? '/portal' : '/home');
  await goLive();
  return page;
}

/** The frame that tests run in has the focus only now and then. */
let isHere = true;
beforeEach(() => {
  isHere = true;
  const focus = vi.spyOn(document, 'hasFocus').mockImplementation(() => isHere);
  return () => focus.mockRestore();
});

const aTask = (title: string) => ({ kind: 'task', id: crypto.randomUUID(), title }) as const;
const [ring, pearl] = [aTask('Ring resize'), aTask('Pearl stringing')];

describe('F259 the bell', () => {
  test.each(['admin', 'customer'] as const)('of a %s counts records, not messages, also in the title', async (role) => {
    told(makeNotification({ on: ring }), makeNotification({ on: ring }), makeNotification({ on: pearl }));
    const page = await homeOf(role);
    await expect.element(page.getByRole('button', { name: 'Notifications, 2 unread' })).toBeVisible();
    await expect.poll(() => document.title).toMatch(/^\(2\) .+ · StarOne CRM$/);
  });

  test('shows a row for each record with its newest line, and leads there, which reads it', async () => {
    const server = told(
      makeNotification({ on: ring, kind: 'mention', text: 'look here' }),
      makeNotification({ on: ring, at: new Date(Date.now() - 3_600_000).toISOString() }),
      makeNotification({
        on: pearl,
        readAt: new Date().toISOString(),
        kind: 'task-assigned',
        text: 'assigned this task to you',
      }),
    );
    const page = await homeOf('admin');
    await page.getByRole('button', { name: /^Notifications/ }).click();
    const rows = page.getByRole('list', { name: 'Notifications' }).getByRole('link');
    await expect
      .element(rows.nth(0))
      .toHaveTextContent('Ring resize2 unreadTomas Abara mentioned you: look herejust now');
    await expect.element(rows.nth(0).getByRole('img', { name: 'Somebody mentions you' })).toBeVisible();
    await expect.element(rows.nth(1)).toHaveTextContent('Pearl stringingTomas Abara assigned this task to youjust now');

    answer(taskRoutes.get, () => {
      throw problems.notFound('The task');
    });
    await rows.nth(0).click();
    expect(page.path()).toBe(`/tasks/${ring.id}`);
    await expect.poll(() => server.read).toEqual([ring.id]);
    await expect.element(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
    await expect.poll(() => document.title).not.toMatch(/^\(/);
  });

  test('marks everything as read', async () => {
    const server = told(makeNotification({ on: ring }), makeNotification({ on: pearl }));
    const page = await homeOf('employee');
    await page.getByRole('button', { name: 'Notifications, 2 unread' }).click();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await expect.poll(() => server.read).toEqual([undefined]);
    await expect.element(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
    expect(page.getByRole('button', { name: 'Mark all as read' }).elements()).toEqual([]);
  });

  test('that has nothing says so, and is opened and closed by keys', async () => {
    const page = await homeOf('admin');
    const bell = page.getByRole('button', { name: 'Notifications' });
    bell.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog', { name: /^Notifications/ })).toBeVisible();
    await expect.element(page.getByText('Nothing new')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('Nothing new')).not.toBeInTheDocument();
    await expect.element(bell).toHaveFocus();
  });

  test('that cannot be read says so, and tries again', async () => {
    let isBroken = true;
    answer(notificationRoutes.list, () => {
      if (isBroken) throw problems.conflict('Not now.');
      return { items: [], nextCursor: null };
    });
    const page = await homeOf('admin');
    await page.getByRole('button', { name: 'Notifications' }).click();
    await expect.element(page.getByText('Not now.')).toBeVisible();
    isBroken = false;
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByText('Nothing new')).toBeVisible();
  });

  test('shows older ones on demand', async () => {
    answer(notificationRoutes.list, ({ query: { cursor } }) =>
      cursor
        ? { items: [makeNotification({ on: pearl })], nextCursor: null }
        : { items: [makeNotification({ on: ring })], nextCursor: 'more' },
    );
    const page = await homeOf('admin');
    await page.getByRole('button', { name: 'Notifications' }).click();
    await page.getByRole('button', { name: 'Show older ones' }).click();
    await expect.element(page.getByRole('link', { name: /Pearl stringing/ })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Show older ones' })).not.toBeInTheDocument();
  });

  test('on a phone is a sheet over the whole page', async () => {
    await browser.viewport(390, 844);
    told(makeNotification({ on: ring, text: 'A long line '.repeat(20) }));
    const page = await homeOf('customer');
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
    const sheet = page.getByRole('dialog', { name: /^Notifications/ });
    await expect.element(sheet.getByRole('link', { name: /Ring resize/ })).toBeVisible();
    await expect.poll(() => sheet.element().getBoundingClientRect().width).toBe(390);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('F259 what comes while somebody is here', () => {
  test('is said in a toast, which leads there', async () => {
    const server = told(makeNotification({ on: pearl }));
    const page = await homeOf('admin');
    await expect.element(page.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Open', exact: true }).elements()).toEqual([]);
    server.comes(makeNotification({ on: ring, text: 'Come by' }));
    await expect.element(page.getByText('Tomas Abara: Come by')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Notifications, 2 unread' })).toBeVisible();
    answer(taskRoutes.get, () => {
      throw problems.notFound('The task');
    });
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    expect(page.path()).toBe(`/tasks/${ring.id}`);
  });

  test('in many records at once is one toast', async () => {
    const server = told();
    const page = await homeOf('admin');
    await expect.element(page.getByRole('button', { name: 'Notifications' })).toBeVisible();
    server.comes(...Array.from({ length: 8 }, (_, n) => makeNotification({ on: aTask(`Ring ${n}`) })));
    await expect.element(page.getByText('8 things are new')).toBeVisible();
    expect(page.getByRole('status').filter({ hasText: 'Ring' }).elements()).toEqual([]);
  });

  test('and what came while they were away, is one toast when they are back', async () => {
    const server = told();
    const page = await homeOf('admin');
    await expect.element(page.getByRole('button', { name: 'Notifications' })).toBeVisible();
    isHere = false;
    window.dispatchEvent(new Event('blur'));
    for (const title of ['Ring', 'Pearl', 'Locket']) {
      server.comes(makeNotification({ on: aTask(title) }));
      await expect.element(page.getByRole('button', { name: /unread/ })).toBeVisible();
    }
    await expect.element(page.getByRole('button', { name: 'Notifications, 3 unread' })).toBeVisible();
    expect(page.getByRole('button', { name: 'Open', exact: true }).elements()).toEqual([]);
    isHere = true;
    window.dispatchEvent(new Event('focus'));
    await expect.element(page.getByText('3 things are new')).toBeVisible();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.element(page.getByRole('dialog', { name: /^Notifications/ })).toBeVisible();
  });

  test('in the room that lies open rings nowhere', async () => {
    signedInAs('admin');
    answerEmptyHome();
    answer(taskRoutes.get, () => {
      throw problems.notFound('The task');
    });
    const server = told();
    const page = await renderPage(`/tasks/${ring.id}`);
    await goLive();
    server.comes(
      makeNotification({ on: ring, text: 'In this room' }),
      makeNotification({ on: pearl, text: 'Elsewhere' }),
    );
    await expect.element(page.getByText('Tomas Abara: Elsewhere')).toBeVisible();
    expect(page.getByText('Tomas Abara: In this room').elements()).toEqual([]);
    await expect.element(page.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible();
  });
});

test('F261 a click on what was pushed leads the page that is open there', async () => {
  const page = await homeOf('admin');
  answer(taskRoutes.get, () => {
    throw problems.notFound('The task');
  });
  const say = (data: unknown) => navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data }));
  say({ kind: 'open', url: 'https://evil.example/' });
  expect(page.path()).toBe('/home');
  say({ kind: 'open', url: `/tasks/${ring.id}` });
  await expect.poll(page.path, { timeout: 5000 }).toBe(`/tasks/${ring.id}`);
});
