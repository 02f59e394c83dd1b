import { expect, type Page } from '@playwright/test';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { openShop, openShopAtWork } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { test } from './test.ts';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cardIn = (page: Page, place: string, title: string) =>
  region(page, place).getByRole('group', { name: new RegExp(`^${title}`) });

test('F162 F169 a card goes along the board by hand, by keys and by its menu, and everybody sees each step', async ({
  browser,
}) => {
  const { ines, tomas, dipika, task } = await openShopAtWork();
  const { title } = task;
  const employee = await signedIn(browser, tomas.person, '/tasks?view=board');
  const admin = await signedIn(browser, ines, '/tasks?view=board');
  const customer = await signedIn(browser, dipika, '/portal/tasks');
  const standsIn = async (status: string) => {
    for (const page of [employee, admin]) await expect(cardIn(page, status, title)).toBeVisible();
    await expect(customer.getByRole('row').filter({ hasText: title })).toContainText(status);
  };
  await standsIn('Pending');

  await cardIn(employee, 'Pending', title).dragTo(region(employee, 'In progress'), { steps: 5 });
  await standsIn('In progress');

  await cardIn(employee, 'In progress', title).focus();
  await employee.keyboard.press('Space');
  await expect(employee.getByText(`${title} is lifted.`)).toBeAttached();
  await employee.keyboard.press('ArrowRight');
  await expect(employee.getByText(`${title} is over Completed.`)).toBeAttached();
  await employee.keyboard.press('Space');
  await standsIn('Completed');

  await admin.getByRole('button', { name: `More about ${title}` }).click();
  await admin.getByRole('menuitem', { name: 'Pending' }).click();
  await standsIn('Pending');
});

test('F146 F164 W21 tasks are given out on the assignment board and come into the lists of their employees once saved', async ({
  browser,
}) => {
  const { ines, tomas, nils, dipika, task } = await openShop();
  const draft = { title: 'Bracelet made shorter', description: '', dueOn: null, customerId: task.customer.id };
  await ines.call(taskRoutes.create, { body: draft });
  const admin = await signedIn(browser, ines, '/tasks?view=assign');
  const [first, second] = [
    await signedIn(browser, tomas.person, '/tasks'),
    await signedIn(browser, nils.person, '/tasks'),
  ];
  const customer = await signedIn(browser, dipika, '/portal/tasks');
  const nothing = (page: Page) => page.getByText('Tasks assigned to you stand here, with their chat.');
  for (const page of [first, second]) await expect(nothing(page)).toBeVisible();

  await cardIn(admin, 'Available Tasks', task.title).dragTo(region(admin, 'Tomas Abara'), { steps: 5 });
  await admin.getByRole('button', { name: `Assign ${draft.title} to` }).click();
  await admin.getByRole('menuitem', { name: /^Nils Berger/ }).click();
  await expect(cardIn(admin, 'Nils Berger', draft.title)).toBeVisible();
  await expect(region(admin, 'Changes')).toContainText('2 changes not saved');
  for (const page of [first, second]) await expect(nothing(page)).toBeVisible();

  const save = admin.getByRole('button', { name: 'Save Changes' });
  await save.click();
  await expect(admin.getByText('2 changes saved')).toBeVisible();
  await expect(first.getByRole('row').filter({ hasText: task.title })).toBeVisible();
  await expect(second.getByRole('row').filter({ hasText: draft.title })).toBeVisible();
  const theirs = customer.getByRole('row').filter({ hasText: draft.title });
  await expect(theirs).toContainText('Nils Berger');

  await admin.getByRole('button', { name: `Move ${draft.title}` }).click();
  await admin.getByRole('menuitem', { name: 'Back to available' }).click();
  await save.click();
  await expect(admin.getByText('1 change saved')).toBeVisible();
  await expect(nothing(second)).toBeVisible();
  await expect(theirs).toContainText('Unassigned');
});
