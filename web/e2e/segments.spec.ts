import { expect, type Locator, type Page } from '@playwright/test';
import { importPayments } from '#infra/people/import-payments.ts';
import { confirmImport, csvFile, importFile } from './importing.ts';
import { download } from './paying.ts';
import { openOffice } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { sixtyCustomers } from './sixty-customers.ts';
import { test } from './test.ts';

const scored = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });
const card = (page: Page, segment: string): Locator =>
  page.getByRole('navigation', { name: 'Segments', exact: true }).getByRole('link', { name: segment });
const score = (page: Page, measure: string): Locator =>
  page.getByRole('list', { name: 'Scores' }).getByRole('listitem').filter({ hasText: measure });

test('F239 F247 F250 an import, a town and another scheme each move the segments page that is open in another browser', async ({
  browser,
}) => {
  const { ines, magda } = await openOffice();
  const [admin, manager] = [await signedIn(browser, ines, '/home'), await signedIn(browser, magda, '/segments')];
  await expect(manager.getByRole('heading', { name: 'Segments come with the first payment' })).toBeVisible();

  // What cannot be is told with its reason, and never scored.
  const impossible =
    'C61,Nobody,1990-06-15,Atlantis,NO,2026-01-02,5.00\nC62,Unborn,2990-06-15,Oslo,NO,2026-01-02,5.00\n';
  await importFile(admin, csvFile('history.csv', sixtyCustomers() + impossible));
  const faults = admin.getByRole('table', { name: 'What is wrong' });
  await expect(faults.getByRole('row').filter({ hasText: 'Atlantis' })).toContainText('No town of this name in NO');
  await expect(faults.getByRole('row').filter({ hasText: '2990-06-15' })).toContainText('future');
  await confirmImport(admin, '180 payments');
  await expect(admin.getByText('180 rows, 180 new payments, 60 new customers')).toBeVisible();
  await expect(manager.getByRole('heading', { name: 'Customers with a payment (60)' })).toBeVisible();
  await expect(scored(manager, 'Lucien Osei')).toContainText('$355.00');
  await expect(card(manager, 'VIP Customer')).toHaveText('VIP Customer2');

  // F249: the scores are compared with all payments after an import, and when somebody asks for it.
  await expect(manager.getByText(/^60 customers compared with 180 payments/)).toBeVisible();
  const rebuild = manager.getByRole('button', { name: 'Rebuild scores' });
  await rebuild.click();
  await expect(rebuild).toBeDisabled();
  await expect(manager.getByText('RFM scores updated')).toBeVisible();
  await expect(rebuild).toBeEnabled();
  await expect(manager.getByText('60 customers compared with 180 payments: nothing differed')).toBeVisible();

  // F248: a cell of the heat map shows its customers, and one of them is explained beside the list.
  await admin.getByRole('link', { name: 'Show segments' }).click();
  await admin.getByRole('link', { name: 'Recency 5, frequency 5, Champions: 2 customers' }).click();
  await expect(admin.getByRole('heading', { name: 'Recency 5, Frequency 5 (2 customers)' })).toBeVisible();
  await expect(scored(admin, 'Shopper 59')).toBeVisible();
  await expect(scored(admin, 'Shopper 58')).toHaveCount(0);
  await scored(admin, 'Lucien Osei').getByRole('link').click();
  const drawer = admin.getByRole('dialog', { name: 'Why Lucien Osei is in VIP Customer' });
  await expect(drawer.getByRole('heading', { name: 'VIP Customer' })).toBeVisible();
  await expect(score(admin, 'Monetary')).toContainText('5 of 5Spent more than all the others');
  await expect(score(admin, 'Recency')).toContainText('nobody paid more recently');
  await expect(drawer.getByText(/purchases expected, worth \$/)).toBeVisible();

  // F250: no place, no population score; the town that is added gives one, here and in the other browser.
  await expect(scored(manager, 'Lucien Osei')).toContainText('no place');
  await score(admin, 'Population').getByRole('button', { name: 'Add a place' }).click();
  await admin.getByRole('combobox', { name: 'Place' }).fill('London');
  await admin.getByRole('option', { name: /^London, United Kingdom/ }).click();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(score(admin, 'Population')).toContainText('5 of 5Lives in a larger market than all the others');
  await expect(scored(manager, 'Lucien Osei').getByRole('cell').nth(7)).toHaveText('5');
  await expect(scored(manager, 'Lucien Osei').getByRole('cell').nth(8)).toHaveText('1.5M and more');

  await card(manager, 'VIP Customer').click();
  await expect(manager.getByRole('heading', { name: 'VIP Customer (2 customers)' })).toBeVisible();
  await manager.getByRole('button', { name: 'Export' }).click();
  const csv = await download(manager.getByRole('menuitem', { name: 'CSV' }));
  const [, ...lines] = csv.bytes.toString('utf8').trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^Lucien Osei,.*,5,355\.00,5,5,5,5,\d+,London,GB,VIP Customer,High,/);

  // The names of four are a choice of the business: the best eight are VIP by them.
  await admin.goto('/settings/segments');
  await admin.getByRole('radio', { name: /^Four segments/ }).check();
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Segment settings saved')).toBeVisible();
  await expect(card(manager, 'VIP Customer')).toHaveText('VIP Customer8');
  await expect(card(manager, 'Loyal Customer')).toHaveText('Loyal Customer16');
  await expect(card(manager, 'New Customer')).toHaveText('New Customer36');
  await expect(card(manager, 'Champions')).toHaveCount(0);
  await expect(manager.getByRole('heading', { name: 'VIP Customer (8 customers)' })).toBeVisible();
});

test('F251 F252 F254 F334 after an import the open page of groups, then forecast, places and seasons show their figures and their tables', async ({
  browser,
}) => {
  const { ines, magda } = await openOffice();
  const page = await signedIn(browser, magda, '/segments/groups');
  await expect(page.getByText('Groups are found every night')).toBeVisible();
  await importPayments(ines, { name: 'history.csv', csv: sixtyCustomers() });

  await expect(page.getByText(/^\d groups of 60 customers with a payment, found on /)).toBeVisible();
  const groups = page.getByRole('table', { name: 'Groups', exact: true });
  expect(sum(await cellsOf(groups, 2))).toBe(60);
  await expect(page.getByRole('region', { name: 'Recency x Spend' }).getByRole('figure').first()).toBeVisible();
  await expect(page.getByRole('table', { name: 'How many groups' })).toContainText('(best)');
  await page.getByRole('radiogroup', { name: 'How groups are found' }).getByText('Mixtures').click();
  await expect(page.getByRole('table', { name: 'How many groups' })).toContainText('BIC');

  await page.getByRole('tab', { name: 'Forecast' }).click();
  await expect(page.getByText('48 of 60')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Highest value' }).getByRole('row').nth(1)).toContainText('$');
  await page.getByText('Table', { exact: true }).click();
  const fit = page.getByRole('table', { name: 'Customers by how often they came back' });
  expect(sum(await cellsOf(fit, 2))).toBe(60);

  await page.getByRole('tab', { name: 'Places' }).click();
  await expect(page.getByText('50 of 60 customers with a payment have a place')).toBeVisible();
  const countries = page.getByRole('table', { name: 'Countries' });
  await expect(countries.getByRole('row').filter({ hasText: 'Norway' })).toContainText('30');
  await countries.getByRole('link', { name: 'Germany' }).click();
  const towns = page.getByRole('table', { name: 'Places in Germany' });
  await expect(towns.getByRole('row').filter({ hasText: 'Hamburg' })).toContainText('10');
  await expect(page.getByText('No place is known of 10 customers with a payment')).toBeVisible();

  await page.getByRole('tab', { name: 'Seasons' }).click();
  const weekdays = page.getByRole('region', { name: 'By weekday' });
  await weekdays.getByText('Show as a table').click();
  expect(sum(await cellsOf(weekdays.getByRole('table'), 2))).toBe(180);

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByText('Expected of all customers')).toBeVisible();
});

/** The texts of one column, the first is 1. */
const cellsOf = async (table: Locator, column: number): Promise<string[]> => {
  await expect(table).toBeVisible();
  return table.locator(`tbody tr > :nth-child(${column})`).allInnerTexts();
};
const sum = (figures: string[]): number => figures.reduce((total, figure) => total + Number(figure), 0);
