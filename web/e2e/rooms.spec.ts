import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { attach, enterRoom, log, messages, pick, say, writing } from './chat.ts';
import { openShop, openShopAtWork } from './shop.ts';
import { browserOf, signedIn } from './signed-in.ts';
import { test } from './test.ts';

test('F165 F166 F177 F179 F189 F190 F191 F193 an assigned task stands in both open lists at once, and its two people talk', async ({
  browser,
}) => {
  const { ines, tomas, dipika, task } = await openShop();
  const admin = await signedIn(browser, ines, '/tasks');
  const employee = await signedIn(browser, tomas.person, '/tasks');
  const customer = await signedIn(browser, dipika, '/portal/tasks');
  await expect(employee.getByText('Tasks assigned to you stand here, with their chat.')).toBeVisible();
  const theirs = customer.getByRole('row').filter({ hasText: task.title });
  await expect(theirs).toContainText('Unassigned');

  await admin.getByRole('button', { name: `Verify and assign ${task.title}` }).click();
  await admin.getByRole('combobox', { name: 'Employee' }).click();
  await admin.getByRole('option', { name: /Tomas Abara/ }).click();
  await admin.getByRole('button', { name: 'ASSIGN TASK' }).click();
  await expect(admin.getByText('Task updated successfully')).toBeVisible();
  await expect(theirs).toContainText('Tomas Abara');
  await enterRoom(employee, task.title);

  // Nobody is in the room but who writes: it is sent, and not read.
  await say(employee, 'One claw is worn thin.');
  await expect(log(employee).getByText(/^(Sent|Delivered)$/)).toBeVisible();
  await enterRoom(customer, task.title);
  await expect(messages(customer)).toHaveText(['One claw is worn thin.']);
  await expect(log(employee).getByText(/^Read \d/)).toBeVisible();

  const other = (page: Page) => page.getByRole('button', { name: /^User Details of/ });
  for (const page of [employee, customer]) await expect(other(page)).toContainText('Online');
  await writing(customer).pressSequentially('Is the stone');
  const typing = employee.getByRole('status', { name: 'Typing' });
  await expect(typing).toHaveText('Dipika is typing');
  await say(customer, 'Is the stone safe?');
  await expect(messages(employee)).toHaveText(['One claw is worn thin.', 'Is the stone safe?']);
  await expect(typing).toBeEmpty();
  await expect(log(customer).getByText(/^Read \d/)).toBeVisible();

  await employee.reload();
  await expect(messages(employee)).toHaveText(['One claw is worn thin.', 'Is the stone safe?']);
  await customer.context().close();
  await expect(other(employee)).toContainText('Offline');
  await expect(employee.getByText(/^Last seen/)).toBeVisible();
});

/** The width its bytes say, or 0 until they are there. */
const widthOf = (picture: Locator) => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);

test('F194 files go both ways: a picture is seen small and large, a PDF opens, and a text is saved', async ({
  browser,
}) => {
  const { tomas, dipika, task } = await openShopAtWork();
  const employee = await signedIn(browser, tomas.person, `/tasks/${task.id}`);
  const customer = await signedIn(browser, dipika, `/tasks/${task.id}`);
  const ring = { name: 'Ring.png', mimeType: 'image/png', buffer: await customer.screenshot() };
  const certificate = { name: 'Certificate.pdf', mimeType: 'application/pdf', buffer: await employee.pdf() };
  const note = { name: 'अंगूठी.txt', mimeType: 'text/plain', buffer: Buffer.from('Ring, size N.\nIn 585 gold.') };

  await attach(customer, [ring]);
  await expect(customer.getByRole('list', { name: 'Attached files' })).toContainText('Ring.png');
  await say(customer, 'This is the ring');
  const tile = messages(employee).getByRole('button', { name: 'Open Ring.png' });
  await expect.poll(() => widthOf(tile.getByRole('img'))).toBeGreaterThan(0);
  await tile.click();
  const preview = employee.getByRole('dialog', { name: /^Ring\.png/ });
  await expect.poll(() => widthOf(preview.getByRole('img', { name: 'Ring.png' }))).toBe(1280);
  await employee.keyboard.press('Escape');
  await expect(preview).toBeHidden();

  await attach(employee, [certificate, note]);
  await expect(employee.getByRole('list', { name: 'Attached files' }).getByRole('listitem')).toHaveCount(2);
  await employee.getByRole('button', { name: 'Send' }).click();
  const opened = customer.waitForResponse((response) => response.url().includes('/api/files/open/'));
  await messages(customer)
    .getByRole('button', { name: /^Open Certificate\.pdf/ })
    .click();
  await expect(customer.getByRole('dialog').getByTitle('Certificate.pdf')).toBeVisible();
  const response = await opened;
  expect(response.status()).toBe(200);
  expect(response.headers()['content-type']).toBe('application/pdf');

  await customer.getByRole('button', { name: 'Next file' }).click();
  await expect(customer.getByText('This kind of file is not shown here.')).toBeVisible();
  const saving = customer.waitForEvent('download');
  await customer.getByRole('button', { name: 'Download' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(note.name);
  expect(await readFile(await saved.path())).toEqual(note.buffer);
  await customer.keyboard.press('Escape');

  // The files of the messages are the files of the task.
  for (const page of [employee, customer]) {
    const files = page.getByRole('region', { name: 'Files' });
    for (const { name } of [ring, certificate, note]) await expect(files).toContainText(name);
  }
});

test('F179 a reaction, other words and a deletion are seen by the other at once', async ({ browser }) => {
  const { tomas, dipika, task } = await openShopAtWork();
  const employee = await signedIn(browser, tomas.person, `/tasks/${task.id}`);
  const customer = await signedIn(browser, dipika, `/tasks/${task.id}`);
  await say(employee, 'Ready on Munday');
  await say(employee, 'It costs 80');
  await expect(messages(customer)).toHaveText(['Ready on Munday', 'It costs 80']);

  await pick(customer, 'Ready on Munday', 'Thumbs up');
  await expect(messages(employee).getByRole('button', { name: 'Thumbs up, 1: Dipika Sarraf' })).toBeVisible();

  await pick(employee, 'Ready on Munday', 'Edit');
  await say(employee, 'Ready on Monday');
  await expect(messages(customer).first()).toContainText('Ready on Monday');
  await expect(messages(customer).first()).toContainText('edited');

  await pick(employee, 'It costs 80', 'Delete');
  await employee.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(messages(customer).last()).toHaveText('This message was deleted');
  await expect(log(customer).getByText('It costs 80')).toBeHidden();
});

test('F192 F196 what is written without network goes out once and in order with the network, in every tab', async ({
  browser,
}) => {
  const { tomas, dipika, task } = await openShopAtWork();
  const employee = await signedIn(browser, tomas.person, `/tasks/${task.id}`);
  const theirs = await browserOf(browser, dipika);
  const [tab, other] = [await theirs.newPage(), await theirs.newPage()];
  for (const page of [tab, other]) await page.goto(`/tasks/${task.id}`);
  await say(tab, 'With network');
  for (const page of [employee, tab, other]) await expect(messages(page)).toHaveText(['With network']);

  await theirs.setOffline(true);
  await expect(tab.getByRole('status', { name: 'Connection' })).toHaveText('Reconnecting…');
  for (const text of ['First without', 'Second without']) {
    await say(tab, text);
    for (const page of [tab, other]) await expect(log(page).getByText(text)).toBeVisible();
  }
  await expect(log(tab).getByText(/^(Sending…|Not sent yet)/)).toHaveCount(2);
  await expect(messages(tab)).toHaveText(['With network']);
  await expect(messages(employee)).toHaveText(['With network']);
  await say(employee, 'Meanwhile');
  await expect(log(employee).getByText(/^(Sent|Delivered)$/)).toBeVisible();

  await theirs.setOffline(false);
  const all = ['With network', 'Meanwhile', 'First without', 'Second without'];
  for (const page of [employee, tab, other]) {
    await expect(messages(page)).toHaveText(all);
    await expect(log(page).getByText(/^(Sending…|Not sent yet)/)).toHaveCount(0);
  }
  await expect(tab.getByRole('status', { name: 'Connection' })).toBeEmpty();
  await tab.reload();
  await expect(messages(tab)).toHaveText(all);
});
