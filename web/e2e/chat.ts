import type { Locator, Page } from '@playwright/test';

export const log = (page: Page): Locator => page.getByRole('log', { name: 'Messages' });
export const writing = (page: Page): Locator => page.getByRole('textbox', { name: /^Write to/ });

/** What the server has of it; a message on its way is none of these. */
export const messages = (page: Page): Locator =>
  log(page)
    .getByRole('article')
    .filter({ hasNotText: / (joined|left)/ });

/** From a list of tasks, by the sign in the row: it shows when the row is pointed at. */
export async function enterRoom(page: Page, task: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: task });
  await row.hover();
  await row.getByRole('link', { name: `Open the room of ${task}` }).click();
}

export async function say(page: Page, text: string): Promise<void> {
  await writing(page).fill(text);
  await page.keyboard.press('Enter');
}

/** Opens what one may do with a message, and picks one of it. */
export async function pick(page: Page, text: string, act: string): Promise<void> {
  const message = messages(page).filter({ hasText: text });
  await message.hover();
  await message.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}

/** Every file as the dialog of the system would give it. */
export async function attach(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await chooser).setFiles(files);
}
