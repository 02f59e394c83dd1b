import { expect, type Page, type WebSocket } from '@playwright/test';
import { openWithInes, signUp } from './shop.ts';
import { browserOf } from './signed-in.ts';
import { test } from './test.ts';

/** Somebody who has just signed up, as every open home page shows them. */
const waits = (page: Page, name: string) => page.getByRole('button', { name: `VERIFY ${name}` });

test('W27 W28 two tabs share one socket, the second goes on when the first is closed, and no console holds a token', async ({
  browser,
}) => {
  const opened = await openWithInes();
  const context = await browserOf(browser, opened.ines);
  const sockets: Page[] = [];
  const written: string[] = [];
  const open = new Set<WebSocket>();
  context.on('page', (page) =>
    page.on('websocket', (socket) => {
      sockets.push(page);
      open.add(socket);
      page.on('close', () => open.delete(socket));
      socket.on('close', () => open.delete(socket));
    }),
  );
  context.on('console', (message) => written.push(message.text()));

  const first = await context.newPage();
  await first.goto('/home');
  await expect.poll(() => sockets).toEqual([first]);
  const second = await context.newPage();
  await second.goto('/home');
  await expect(second.getByText('Nobody is waiting.')).toBeVisible();

  await signUp(opened, 'Dipika Sarraf', 'A ring');
  for (const page of [first, second]) await expect(waits(page, 'Dipika Sarraf')).toBeVisible();
  expect(sockets).toEqual([first]);

  await first.close();
  await expect.poll(() => sockets).toEqual([first, second]);
  await signUp(opened, 'Tomas Abara', 'A ring');
  await expect(waits(second, 'Tomas Abara')).toBeVisible();

  await second.getByRole('button', { name: /^Your account/ }).click();
  await second.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(second.getByRole('heading', { name: 'Login' })).toBeVisible();
  // The client may have tried to recover the session that was closed: it was sent away.
  await expect.poll(() => open.size).toBe(0);
  expect(written.filter((text) => text.includes('access_token'))).toEqual([]);
});
