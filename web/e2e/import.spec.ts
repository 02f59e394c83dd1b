import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { segmentRoutes } from '#domain/segments/routes.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { confirmImport, csvFile, importFile } from './importing.ts';
import { pay } from './paying.ts';
import { openWithInes, signUp, verify } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { slowRecompute } from './slow-recompute.ts';
import { test } from './test.ts';

const [head = '', ...rows] = readFileSync(
  join(import.meta.dirname, '../../infra/fixtures/cdnow_transactions.csv'),
  'utf8',
)
  .trim()
  .split('\n');
// One customer in twenty: more than the thousand that a list counts unasked; `npm run bench -- import` takes them all.
const cdnow = `${[head, ...rows.filter((row) => Number(row.split(',')[0]) % 20 === 1)].join('\n')}\n`;
const file = csvFile('cdnow.csv', cdnow);
const at = (page: Page, path: string): string => new URL(path, page.url()).href;

/** Everybody with a payment, as the list behind the segments page gives them. */
async function everyPayer(page: Page): Promise<ScoredCustomer[]> {
  const found: ScoredCustomer[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const response = await page.request.get(at(page, '/api/segments/customers'), {
      params: { limit: 200, ...(cursor && { cursor }) },
    });
    const { items, nextCursor } = segmentRoutes.customers.result.parse(await response.json());
    found.push(...items);
    cursor = nextCursor;
  }
  return found;
}

/** What the slow recompute says of a customer, as the product says it. */
function measuredAs({ measures, scores, segment }: ScoredCustomer) {
  const { lastPaidOn, frequency, monetary } = measures!;
  const { recency, frequency: often, monetary: spent } = scores!;
  return { lastPaidOn, frequency, monetary, scores: { recency, frequency: often, monetary: spent }, segment };
}

test("F239 a real shop's history: every customer scored by the rule, and a payment still shows at once", async ({
  browser,
}) => {
  const opened = await openWithInes();
  const admin = await signedIn(browser, opened.ines, '/home');

  await importFile(admin, file);
  await expect(admin.getByText('$125,779.83')).toBeVisible({ timeout: 60_000 });
  await confirmImport(admin, '3,554 payments');
  await expect(admin.getByText('3,554 rows, 3,554 new payments, 1,179 new customers')).toBeVisible({
    timeout: 120_000,
  });

  // The last rows are scored a moment after they are stored.
  await admin.getByRole('link', { name: 'Show segments' }).click();
  await expect(admin.getByText('1,179 customers with a payment')).toBeVisible({ timeout: 60_000 });
  const total = (payers: ScoredCustomer[]) => payers.reduce((sum, { measures }) => sum + measures!.monetary, 0);
  await expect(async () => expect(total(await everyPayer(admin))).toBe(12_577_983)).toPass({ timeout: 60_000 });

  const expected = slowRecompute(cdnow);
  const payers = await everyPayer(admin);
  const scored = new Map(payers.map((payer) => [payer.reference!, measuredAs(payer)]));
  expect(scored.size).toBe(1_179);
  expect(
    [...expected].filter(([reference, customer]) => JSON.stringify(scored.get(reference)) !== JSON.stringify(customer)),
  ).toEqual([]);

  // The same file again changes nothing.
  await importFile(admin, file);
  await confirmImport(admin, '3,554 payments');
  await expect(admin.getByText('3,554 rows, 0 new payments, 0 new customers')).toBeVisible({ timeout: 120_000 });

  // One payment among 1,179 customers moves the open page.
  const segments = await admin.context().newPage();
  await segments.goto('/segments');
  await expect(segments.getByText('1,179 customers with a payment')).toBeVisible();
  const lucien = await signUp(opened, 'Lucien Osei', 'Valuation');
  await verify(opened, lucien);
  await pay(lucien.person, { amount: 10_000, currency: 'USD' });
  await expect(segments.getByText('1,180 customers with a payment')).toBeVisible();
});

test('a faulty row stays out with its reason, the good ones come in after a yes, and all can be undone', async ({
  browser,
}) => {
  const admin = await signedIn(browser, (await openWithInes()).ines, '/home');
  const csv = 'Kunde;Datum;Betrag\nA1;02.01.2026;1.010,50\nA2;30.02.2026;10,00\nA3;02.01.2026;zehn\n';
  await importFile(admin, csvFile('faulty.csv', csv));
  await expect(admin.getByRole('row', { name: /^3 Datum 30\.02\.2026/ })).toBeVisible();
  await expect(admin.getByRole('row', { name: /^4 Betrag zehn/ })).toBeVisible();
  const customers = async () => (await (await admin.request.get(at(admin, '/api/customers'))).json()).items.length;
  expect(await customers()).toBe(0);

  const download = admin.waitForEvent('download');
  await admin.getByRole('link', { name: /Error file/ }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('A3,02.01.2026,zehn,4,');

  await confirmImport(admin, '1 payment');
  await expect(admin.getByText('1 row, 1 new payment, 1 new customer')).toBeVisible();
  expect(await customers()).toBe(1);

  await admin.getByRole('button', { name: 'Undo this import' }).click();
  await admin.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(admin.getByText(/Undone: 1 payment taken back/)).toBeVisible();
  expect(await customers()).toBe(0);
});

test('a file whose columns say nothing is asked about, and one that is no table is refused', async ({ browser }) => {
  const admin = await signedIn(browser, (await openWithInes()).ines, '/home');
  await importFile(admin, csvFile('a.csv', 'who,when,amount\nA1,01/02/2026,5\n'));
  await admin.getByRole('combobox', { name: 'Customer' }).click();
  await admin.getByRole('option', { name: 'who' }).click();
  await admin.getByRole('combobox', { name: 'Days are written as' }).click();
  await admin.getByRole('option', { name: /Day\/month\/year/ }).click();
  await admin.getByRole('button', { name: 'Check the rows' }).click();
  await expect(admin.getByRole('button', { name: 'Import 1 payment' })).toBeVisible();

  await importFile(admin, { name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from([0, 1, 2, 3]) });
  await expect(admin.getByText(/not a text file/)).toBeVisible();
});
