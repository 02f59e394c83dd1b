import { expect } from '@playwright/test';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { enterRoom, log, messages, say, writing } from './chat.ts';
import { openShopAtWork } from './shop.ts';
import { browserOf, signedIn } from './signed-in.ts';
import { test } from './test.ts';

test('Q24 an admin who opens a room is announced in it at once, is named while they look on, and is audited', async ({
  browser,
}) => {
  const { ines, tomas, dipika, task } = await openShopAtWork();
  const employee = await signedIn(browser, tomas.person, `/tasks/${task.id}`);
  const customer = await signedIn(browser, dipika, `/tasks/${task.id}`);
  await say(customer, 'Is the claw safe?');
  await expect(messages(employee)).toHaveText(['Is the claw safe?']);

  const admin = await signedIn(browser, ines, `/tasks/${task.id}`);
  await expect(messages(admin)).toHaveText(['Is the claw safe?']);
  await expect(admin.getByText('You observe this room')).toBeVisible();
  for (const page of [employee, customer]) {
    await expect(log(page).getByText('Ines Halvorsen (admin) joined')).toBeVisible();
    await expect(page.getByText('Ines Halvorsen (admin) observes')).toBeVisible();
  }

  // Coming again says nothing new.
  await admin.reload();
  await expect(admin.getByText('You observe this room')).toBeVisible();
  await expect(log(customer).getByText('Ines Halvorsen (admin) joined')).toHaveCount(1);

  await admin.getByRole('button', { name: 'Stop observing' }).click();
  for (const page of [employee, customer]) {
    await expect(log(page).getByText('Ines Halvorsen (admin) left')).toBeVisible();
    await expect(page.getByText('Ines Halvorsen (admin) observes')).toBeHidden();
  }
  await admin.getByRole('link', { name: 'Audit log' }).click();
  const sentence = `Ines Halvorsen began to look on in the room of the task ${task.title}`;
  await expect(admin.getByRole('row').filter({ hasText: sentence })).toHaveCount(1);
});

test('W18 a task given to somebody else keeps its messages, and the former employee hears nothing more', async ({
  browser,
}) => {
  const { ines, tomas, nils, dipika, task } = await openShopAtWork();
  const former = await (await browserOf(browser, tomas.person)).newPage();
  const heard: string[] = [];
  former.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))));
  await former.goto(`/tasks/${task.id}`);
  const next = await signedIn(browser, nils.person, '/tasks');
  const customer = await signedIn(browser, dipika, `/tasks/${task.id}`);
  await expect(writing(former)).toBeVisible();
  await say(customer, 'Is the claw safe?');
  await expect(messages(former)).toHaveText(['Is the claw safe?']);
  const isOfRoom = (frame: string) => frame.includes(`.${task.id}"`);
  expect(heard.filter(isOfRoom).join()).toContain('Is the claw safe?');

  const admin = await signedIn(browser, ines, `/tasks?assign=${task.id}`);
  await admin.getByRole('combobox', { name: 'Employee' }).click();
  await admin.getByRole('option', { name: /Nils Berger/ }).click();
  await admin.getByRole('button', { name: 'ASSIGN TASK' }).click();
  await expect(former.getByText('This task has gone')).toBeVisible();
  await expect(writing(former)).toBeHidden();
  const heardBefore = heard.length;

  await say(customer, 'For the new one alone');
  await enterRoom(next, task.title);
  await expect(messages(next)).toHaveText(['Is the claw safe?', 'For the new one alone']);
  await say(next, 'I took it over');
  await expect(messages(customer).last()).toHaveText('I took it over');

  // Something later comes to the same socket: what was said before it would have come, too.
  const { id: roomId } = await ines.call(roomRoutes.openDirect, { body: { memberId: tomas.id } });
  const body = { messageId: crypto.randomUUID(), text: 'Coffee?', replyTo: null, mentions: [], files: [] };
  await ines.call(roomRoutes.send, { params: { roomId }, body });
  await expect.poll(() => heard.join()).toContain(`"seat.changed","roomId":"${roomId}"`);
  expect(heard.join()).not.toMatch(/For the new one alone|I took it over/);
  // Nor who typed, nor who read: nothing of the room's group.
  expect(heard.slice(heardBefore).filter(isOfRoom)).toEqual([]);
  const { status } = await tomas.person.send(roomRoutes.messages, { params: { roomId: task.id } });
  expect(status).toBe(404);
});

test('F172 Q11 a deleted task is gone for everybody at once, and comes back with its messages by Undo or from the trash', async ({
  browser,
}) => {
  const { ines, dipika, task } = await openShopAtWork();
  const admin = await signedIn(browser, ines, '/tasks');
  const customer = await signedIn(browser, dipika, `/tasks/${task.id}`);
  const row = admin.getByRole('row').filter({ hasText: task.title });
  const remove = async () => {
    await row.getByRole('link', { name: task.title, exact: true }).click();
    await admin.getByRole('button', { name: `Actions for ${task.title}` }).click();
    await admin.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(admin.getByText('Task and associated messages deleted')).toBeVisible();
  };
  await say(customer, 'Is the claw safe?');
  await expect(messages(customer)).toHaveText(['Is the claw safe?']);

  await remove();
  // The way back stays for as long as it is pointed at.
  const undo = admin.getByRole('button', { name: 'Undo' });
  await undo.hover();
  await expect(customer.getByText('This task has gone')).toBeVisible();
  await expect(log(customer)).toBeHidden();
  await expect(row).toHaveCount(0);
  await undo.click();
  await expect(admin.getByText('Task restored')).toBeVisible();
  await expect(row).toHaveCount(1);
  await expect(messages(customer)).toHaveText(['Is the claw safe?']);

  await remove();
  await expect(customer.getByText('This task has gone')).toBeVisible();
  await admin.goto('/tasks/deleted');
  await admin.getByRole('button', { name: `Restore ${task.title}` }).click();
  await expect(messages(customer)).toHaveText(['Is the claw safe?']);
  await say(customer, 'It is back');
  await expect(messages(customer)).toHaveText(['Is the claw safe?', 'It is back']);
});
