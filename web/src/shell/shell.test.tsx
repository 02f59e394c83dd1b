import { describe, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { accountRoutes } from '#domain/accounts/routes.ts';
import type { Role } from '#domain/kernel/access.ts';
import { problems } from '#domain/kernel/problem.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { call } from '#web/platform/call.ts';
import { draftKey, drafts, emptyDraft } from '#web/rooms/drafts.ts';
import { outbox } from '#web/rooms/outbox.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { renderPage, signedInAs, signedOut } from '#web/testing/render-page.tsx';
import { mayOpen } from './pages.ts';

async function homeOf(role: Role) {
  signedInAs(role);
  answerEmptyHome();
  return renderPage(role === 'customer' ? '/portal' : '/home');
}

describe('the navigation', () => {
  test.each([
    [
      'admin',
      ['Home', 'Tasks', 'Chat', 'Customers', 'Payments', 'Segments', 'Reports', 'Audit log', 'Users', 'Settings'],
    ],
    ['manager', ['Home', 'Tasks', 'Chat', 'Customers', 'Payments', 'Segments', 'Reports', 'Audit log', 'Users']],
    ['employee', ['Home', 'Tasks', 'Chat', 'Payments', 'Audit log']],
    ['customer', ['Home', 'My tasks', 'Chat', 'Pay']],
  ] as const)('F056 of a %s holds %s', async (role, expected) => {
    const page = await homeOf(role);
    const nav = page.getByRole('navigation', { name: 'Main' });
    await expect.element(nav.getByRole('link', { name: 'Home' })).toHaveAttribute('aria-current', 'page');
    expect(
      nav
        .getByRole('link')
        .elements()
        .map((link) => link.textContent),
    ).toEqual(expected);
  });

  test.each(['employee', 'customer'] as const)(
    'Q25 of a %s says in how many rooms something is unread',
    async (role) => {
      answer(roomRoutes.unread, { rooms: 2 });
      const page = await homeOf(role);
      await goLive();
      const chat = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Chat/ });
      await expect.element(chat).toMatchTextContent(/2/);
      answer(roomRoutes.unread, { rooms: 120 });
      sendLive({ kind: 'seat.changed', roomId: crypto.randomUUID(), lastSeq: 7 });
      await expect.element(chat).toMatchTextContent(/99\+/);
    },
  );

  test('folds with Ctrl+\\ and keeps the names of its entries', async () => {
    const page = await homeOf('admin');
    const nav = page.getByRole('navigation', { name: 'Main' });
    await expect.element(nav).not.toHaveAttribute('data-folded');
    await userEvent.keyboard('{Control>}\\{/Control}');
    await expect.element(nav).toHaveAttribute('data-folded');
    await expect.element(nav.getByRole('link', { name: 'Tasks' })).toBeVisible();
  });

  test('of a customer marks the current page and no other', async () => {
    signedInAs('customer');
    answerEmptyHome();
    const page = await renderPage('/portal/tasks');
    const nav = page.getByRole('navigation', { name: 'Main' });
    await expect.element(nav.getByRole('link', { name: 'My tasks' })).toHaveAttribute('aria-current', 'page');
    await expect.element(nav.getByRole('link', { name: 'Home' })).not.toHaveAttribute('aria-current');
  });

  test('folds by itself in a task room', async () => {
    signedInAs('admin');
    answerEmptyHome();
    answer(taskRoutes.get, () => {
      throw problems.notFound('The task');
    });
    const page = await renderPage(`/tasks/${crypto.randomUUID()}`);
    await expect.element(page.getByRole('navigation', { name: 'Main' })).toHaveAttribute('data-folded');
    expect(page.getByRole('button', { name: 'Fold the navigation' }).elements()).toEqual([]);
  });

  test('on a phone stands at the bottom, the rest under More', async () => {
    await browser.viewport(390, 844);
    const page = await homeOf('admin');
    const nav = page.getByRole('navigation', { name: 'Main' });
    await expect.element(nav.getByRole('link', { name: 'Payments' })).toBeVisible();
    await nav.getByRole('button', { name: 'More' }).click();
    await expect.element(page.getByRole('menuitem', { name: 'Users' })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

test.each([
  ['/home', 'customer', false],
  ['/portal', 'admin', false],
  ['/portal/pay', 'employee', false],
  ['/portal/pay/return', 'customer', true],
  ['/tasks', 'customer', false],
  ['/tasks/0193f0a0', 'customer', true],
  ['/customers/import', 'employee', false],
  ['/customers/import', 'manager', true],
  ['/chat/0193f0a0', 'customer', true],
  ['/usersomething', 'employee', true],
] as const)('F056 %s is open to a %s: %s', (path, role, expected) => {
  expect(mayOpen(path, role)).toBe(expected);
});

test('the look follows the choice in the account menu', async () => {
  const page = await homeOf('admin');
  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe('dark');
});

test('F059 Log out leads to the login of the same business', async () => {
  const page = await homeOf('admin');
  answer(accountRoutes.signOut, () => {
    signedOut();
  });
  answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect.element(page.getByRole('heading', { name: 'Login' })).toBeVisible();
  expect(page.path()).toBe('/w/marlow-street/login');
});

test('whoever logs out with something unsent is asked first, and leaves nothing of it in the browser', async () => {
  const page = await homeOf('admin');
  answer(accountRoutes.signOut, () => {
    signedOut();
  });
  answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
  answer(roomRoutes.send, () => {
    throw problems.unavailable('The chat');
  });
  const { member } = await call(memberRoutes.me);
  const roomId = crypto.randomUUID();
  await outbox.add({
    messageId: crypto.randomUUID(),
    memberId: member.id,
    roomId,
    text: 'It is ready',
    replyTo: null,
    mentions: [],
    files: [],
    writtenAt: new Date().toISOString(),
  });
  drafts.change(draftKey(member.id, roomId), () => ({ ...emptyDraft, text: 'By the way' }));

  const logOut = async () => {
    await page.getByRole('button', { name: /Your account/ }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
  };
  await logOut();
  const question = page.getByRole('dialog', { name: 'Log out and lose what you wrote?' });
  await expect.element(question).toMatchTextContent(/1 message not sent yet, and 1 message you have begun to write/);
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await outbox.of(member.id)).toHaveLength(1);

  await logOut();
  await question.getByRole('button', { name: 'Log out' }).click();
  await expect.element(page.getByRole('heading', { name: 'Login' })).toBeVisible();
  expect(await outbox.of(member.id)).toEqual([]);
  expect(drafts.count(member.id)).toBe(0);
});

test('F059 whoever logs out comes to one login page, also when the socket hears of the end first', async () => {
  const page = await homeOf('admin');
  await goLive();
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
  let askedAgain = 0;
  answer(accountRoutes.signOut, async () => {
    answer(memberRoutes.me, () => {
      askedAgain++;
      throw problems.notSignedIn();
    });
    sendLive({ kind: 'session.ended' });
    await isOver;
  });
  answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect.poll(() => askedAgain).toBeGreaterThan(0);
  expect(page.path()).toBe('/home');
  end();
  await expect.poll(page.path).toBe('/w/marlow-street/login');
});

test('a socket that cannot be opened is said in a strip, and the page works', async () => {
  signedInAs('admin');
  answerEmptyHome();
  answer(realtimeRoutes.negotiate, () => {
    throw problems.unavailable('Realtime');
  });
  const page = await renderPage('/home');
  await expect.element(page.getByText('Reconnecting…')).toBeVisible();
  await expect.element(page.getByText('Nobody is waiting.')).toBeVisible();
});
