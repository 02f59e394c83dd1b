import { expect, type Page, test, type WebSocket } from '@playwright/test';
import { fresh, openBusiness, origin, signUpCustomer } from './people.ts';

/** Somebody who has just signed up, as every open home page shows them. */
const waits = (page: Page, name: string) => page.getByRole('button', { name: `VERIFY ${name}` });

test('W27 W28 two tabs share one socket, the second goes on when the first is closed, and no console holds a token', async ({
  browser,
}) => {
  const context = await browser.newContext();
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

  const { page: first, slug } = await openBusiness(context, {
    name: fresh('Marlow Street'),
    email: `${fresh('ines')}@example.com`,
  });
  await expect.poll(() => sockets).toEqual([first]);
  const second = await context.newPage();
  await second.goto(`${origin()}/home`);
  await expect(second.getByText('Nobody is waiting.')).toBeVisible();

  const others = await browser.newContext();
  const comes = async (name: string): Promise<void> => {
    const page = await signUpCustomer(others, slug, {
      name,
      email: `${fresh('customer')}@example.com`,
      task: 'A ring',
    });
    await page.close();
    await others.clearCookies();
  };
  await comes('Dipika Sarraf');
  for (const page of [first, second]) await expect(waits(page, 'Dipika Sarraf')).toBeVisible();
  expect(sockets).toEqual([first]);

  await first.close();
  await expect.poll(() => sockets).toEqual([first, second]);
  await comes('Tomas Abara');
  await expect(waits(second, 'Tomas Abara')).toBeVisible();

  await second.getByRole('button', { name: /^Your account/ }).click();
  await second.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(second.getByRole('heading', { name: 'Login' })).toBeVisible();
  // The client may have tried to recover the session that was closed: it was sent away.
  await expect.poll(() => open.size).toBe(0);
  expect(written.filter((text) => text.includes('access_token'))).toEqual([]);
});
