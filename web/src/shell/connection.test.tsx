import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { accountRoutes } from '#domain/accounts/routes.ts';
import type { Presence } from '#domain/presence/presence.ts';
import { presenceRoutes } from '#domain/presence/routes.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { goLive, isLive, sendLive, socketsOpened, toldLive } from '#web/testing/live.ts';
import { renderPage, signedInAs, signedOut } from '#web/testing/render-page.tsx';

async function home() {
  const me = signedInAs('admin');
  answerEmptyHome();
  const page = await renderPage('/home');
  await goLive();
  return { page, me };
}

describe('W27 nobody who is signed out has a socket', () => {
  test.each(['/login', '/signup', '/w/marlow-street/login'])('on %s', async (path) => {
    signedOut();
    answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
    const negotiated: unknown[] = [];
    answer(realtimeRoutes.negotiate, () => {
      negotiated.push(path);
      return { url: 'ws://socket.test/client' };
    });
    const page = await renderPage(path);
    await expect.element(page.getByRole('heading').first()).toBeVisible();
    expect(negotiated).toEqual([]);
    expect(socketsOpened()).toBe(0);
  });

  test('and who signs out has none any more', async () => {
    const { page } = await home();
    answer(accountRoutes.signOut, () => {
      signedOut();
    });
    answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
    await page.getByRole('button', { name: /Your account/ }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await expect.element(page.getByRole('heading', { name: 'Login' })).toBeVisible();
    await expect.poll(isLive).toBe(false);
    expect(socketsOpened()).toBe(1);
  });
});

test('F196 the strip says that the network is gone, and goes with the next word of the service', async () => {
  const { page } = await home();
  await expect.element(page.getByRole('status', { name: 'Connection' })).toHaveTextContent('');
  window.dispatchEvent(new Event('offline'));
  await expect.element(page.getByText('Reconnecting…')).toBeVisible();
  // The browser's word that it is back is not enough.
  window.dispatchEvent(new Event('online'));
  await expect.element(page.getByText('Reconnecting…')).toBeVisible();
  sendLive({ kind: 'segments.changed', version: 1 });
  await expect.element(page.getByText('Reconnecting…')).not.toBeInTheDocument();
});

describe('F189 the person at the browser', () => {
  test('is told of to the server', async () => {
    const { page } = await home();
    await page.getByRole('navigation', { name: 'Main' }).hover();
    await userEvent.keyboard('{Escape}');
    expect(toldLive()).toEqual([{ event: 'presence', data: { state: 'online' } }]);
  });

  test('sees on their own picture how others see them', async () => {
    const me = signedInAs('admin');
    answerEmptyHome();
    answer(presenceRoutes.list, ({ query }): { items: Presence[] } => ({
      items: query.ids.map((memberId) => ({ memberId, state: 'away', lastSeenAt: null })),
    }));
    const page = await renderPage('/home');
    const account = page.getByRole('button', { name: /Your account/ });
    await expect.element(account).toHaveAccessibleName(`Your account, ${me.member.name} Away`);
  });
});
