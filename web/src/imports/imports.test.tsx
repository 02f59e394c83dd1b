import { describe, expect, test } from 'vitest';
import type { Import, ImportSummary, Preview } from '#domain/imports/import.ts';
import type { MappingGuess } from '#domain/imports/mapping.ts';
import { importRoutes } from '#domain/imports/routes.ts';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const mapping: MappingGuess = {
  customerColumn: 0,
  emailColumn: null,
  nameColumn: null,
  dateColumn: 1,
  amountColumn: 3,
  currencyColumn: null,
  placeColumn: null,
  countryColumn: null,
  bornColumn: null,
  dateForm: 'year-month-day',
  decimalMark: '.',
};

const preview: Preview = {
  good: 69_659,
  faulty: 0,
  newCustomers: 23_570,
  alreadyHere: 0,
  totals: [{ amount: 250_031_563, currency: 'USD' }],
  faults: [],
  sharedNames: [],
};

const job = (change: Partial<Import> = {}): Import => ({
  id: crypto.randomUUID(),
  fileName: 'payments.csv',
  state: 'checked',
  rows: 69_659,
  columns: [
    { name: 'customer', samples: ['00001', '00002'] },
    { name: 'date', samples: ['1997-01-01'] },
    { name: 'units', samples: ['1', '5'] },
    { name: 'amount', samples: ['11.77', '12.0'] },
  ],
  mapping,
  preview,
  done: 0,
  added: 0,
  customersAdded: 0,
  removed: 0,
  failedWhile: null,
  createdAt: '2026-11-20T09:00:00.000Z',
  updatedAt: '2026-11-20T09:00:00.000Z',
  undoUntil: null,
  ...change,
});
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const file = new File(['customer,date,amount\n00001,1997-01-01,11.77\n'], 'payments.csv', { type: 'text/csv' });

function asAdmin(past: ImportSummary[] = []) {
  signedInAs('admin');
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(importRoutes.list, { items: past, nextCursor: null });
}

/** The page of one import, as it stands whenever it is asked. */
async function open(current: () => Import) {
  asAdmin();
  answer(importRoutes.get, () => current());
  return renderPage(`/customers/import?import=${current().id}`);
}

describe('importing payments', () => {
  test('a clear file is one look and one click: what it would do, and then what became of it', async () => {
    asAdmin();
    let current = job({ state: 'checking', preview: null });
    answer(importRoutes.start, () => current);
    answer(importRoutes.get, () => current);
    answer(importRoutes.run, () => (current = { ...current, state: 'waiting' }));
    const page = await renderPage('/customers/import');
    await expect.element(page.getByText(/customer,date,amount/)).toBeVisible();

    await page.getByLabelText('CSV or XLSX file').upload(file);
    await expect.element(page.getByText(/Checking 69,659 rows/)).toBeVisible();
    expect(page.path()).toBe(`/customers/import?import=${current.id}`);

    await goLive();
    current = { ...current, state: 'checked', preview };
    sendLive({ kind: 'import.changed', importId: current.id });
    await expect.element(page.getByText('$2,500,315.63')).toBeVisible();
    await expect.element(page.getByText('23,570')).toBeVisible();
    await page.getByRole('button', { name: 'Import 69,659 payments' }).click();
    await expect.element(page.getByText('Waiting to begin…')).toBeVisible();

    current = { ...current, state: 'running', done: 31_240 };
    sendLive({ kind: 'import.changed', importId: current.id });
    await expect.element(page.getByText('31,240 of 69,659 rows')).toBeVisible();

    current = { ...current, state: 'done', done: 69_659, added: 69_659, customersAdded: 23_570 };
    sendLive({ kind: 'import.changed', importId: current.id });
    await expect.element(page.getByText(/69,659 new payments, 23,570 new customers/)).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Show segments' })).toHaveAttribute('href', '/segments');
  });

  test('columns that are not clear are chosen from the file, with what stands in them', async () => {
    let current = job({
      state: 'mapping',
      preview: null,
      mapping: { ...mapping, customerColumn: null, dateForm: null },
    });
    let sent: unknown = null;
    const page = await open(() => current);
    answer(importRoutes.map, ({ body }) => {
      sent = body;
      return (current = { ...current, state: 'checking', mapping: body });
    });
    await expect.element(page.getByText(/nothing is stored yet/)).toBeVisible();
    await expect.element(page.getByText('11.77 · 12.0')).toBeVisible();

    await page.getByRole('button', { name: 'Check the rows' }).click();
    await expect.element(page.getByText('Please say how the file writes its days')).toBeVisible();

    await page.getByRole('combobox', { name: 'Days are written as' }).click();
    await page.getByRole('option', { name: /Day\/month\/year/ }).click();
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await expect.element(page.getByText('Please choose what names the customer')).toBeVisible();

    await page.getByRole('combobox', { name: 'Customer' }).click();
    await page.getByRole('option', { name: 'customer' }).click();
    await expect.element(page.getByText('00001 · 00002')).toBeVisible();
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await expect.element(page.getByText(/Checking 69,659 rows/)).toBeVisible();
    expect(sent).toEqual({ ...mapping, dateForm: 'day/month/year' });
  });

  test('towns and birth dates are columns too, and the sentence under a field says what a country alone lacks', async () => {
    let sent: unknown = null;
    let current = job({ columns: [...job().columns, { name: 'land', samples: ['Norway'] }] });
    const page = await open(() => current);
    answer(importRoutes.map, ({ body }) => {
      sent = body;
      return (current = { ...current, state: 'checking', preview: null, mapping: body });
    });
    await page.getByRole('combobox', { name: 'Country' }).click();
    await page.getByRole('option', { name: 'land' }).click();
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect.element(page.getByText('Please choose the town too: a country alone is no place')).toBeVisible();

    await page.getByRole('combobox', { name: 'Town' }).click();
    await page.getByRole('option', { name: 'customer' }).click();
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect.poll(() => sent).toEqual({ ...mapping, placeColumn: 0, countryColumn: 4 });
  });

  test('a name that several towns have is told with the one that is taken', async () => {
    const taken = { townId: 1, name: 'Portland', region: 'Oregon', country: 'US', population: 650_000 };
    const current = job({ preview: { ...preview, sharedNames: [{ text: 'portland', taken, of: 9 }] } });
    const page = await open(() => current);
    const names = page.getByRole('table', { name: 'Names of several towns' });
    await expect.element(names.getByRole('row', { name: 'portland Portland, Oregon, United States 9' })).toBeVisible();
  });

  test('faulty rows are listed with their line, value and reason, and the good ones need a yes', async () => {
    const faults = [
      { line: 17, column: 'date', value: '2026-02-30', detail: 'Not a day, written as year-month-day' },
      { line: 23, column: 'amount', value: '-5', detail: 'Negative' },
    ];
    const current = job({ preview: { ...preview, good: 1, faulty: 2, faults } });
    const page = await open(() => current);
    const row = page.getByRole('row', { name: /17/ });
    await expect.element(row).toHaveTextContent('17date2026-02-30Not a day, written as year-month-day');
    await expect.element(page.getByRole('button', { name: 'Import 1 payment' })).toBeVisible();
    await expect.element(page.getByText('The 2 faulty rows stay out.')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: /Error file/ }))
      .toHaveAttribute('href', `/api/imports/${current.id}/errors`);
  });

  test('a file without a good row cannot be run', async () => {
    const current = job({ preview: { ...preview, good: 0, faulty: 5, totals: [] } });
    const page = await open(() => current);
    await expect.element(page.getByText(/No row can be imported like this/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Import/ })).not.toBeInTheDocument();
  });

  test('a file that is no table is refused with the reason, and another can be chosen', async () => {
    asAdmin();
    answer(importRoutes.start, () => {
      const { problem } = problems.invalid([{ pointer: '/body', detail: 'The file is empty.' }]);
      throw new ProblemError({ ...problem, title: 'This file cannot be imported', detail: 'The file is empty.' });
    });
    const page = await renderPage('/customers/import');
    await page.getByLabelText('CSV or XLSX file').upload(file);
    await expect.element(page.getByText('The file is empty.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  });

  test('a picture is refused before it is sent', async () => {
    asAdmin();
    const page = await renderPage('/customers/import');
    await page.getByLabelText('CSV or XLSX file').upload(new File(['x'], 'photo.png', { type: 'image/png' }));
    await expect.element(page.getByText(/This file cannot be imported/)).toBeVisible();
  });

  test('F086: is for admins', async () => {
    signedInAs('manager');
    const page = await renderPage('/customers/import');
    await expect.element(page.getByRole('heading', { name: /not open to you/ })).toBeVisible();
  });
});

describe('afterwards', () => {
  test('an import is undone after a yes, and says what was taken back', async () => {
    let current = job({ state: 'done', done: 69_659, added: 69_659, undoUntil: inDays(7) });
    const page = await open(() => current);
    answer(importRoutes.undo, () => (current = { ...current, state: 'undoing', done: 0 }));

    await page.getByRole('button', { name: 'Undo this import' }).click();
    await expect.element(page.getByText(/69,659 payments that came with payments.csv are taken back/)).toBeVisible();
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(current.state).toBe('done');

    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.element(page.getByText('0 of 69,659 rows taken back')).toBeVisible();

    await goLive();
    current = { ...current, state: 'undone', done: 69_659, removed: 69_659 };
    sendLive({ kind: 'import.changed', importId: current.id });
    await expect.element(page.getByText(/Undone: 69,659 payments taken back/)).toBeVisible();
  });

  test('after its days it is no longer offered', async () => {
    const current = job({ state: 'done', done: 69_659, added: 69_659, undoUntil: inDays(-1) });
    const page = await open(() => current);
    await expect.element(page.getByRole('link', { name: 'Show segments' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Undo/ })).not.toBeInTheDocument();
  });

  test('one that stopped says how far it came, and goes on', async () => {
    let current = job({ state: 'failed', failedWhile: 'running', done: 31_240 });
    const page = await open(() => current);
    answer(importRoutes.run, () => (current = { ...current, state: 'waiting', failedWhile: null }));
    await expect.element(page.getByText(/31,240 of 69,659 rows are stored/)).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect.element(page.getByText('Waiting to begin…')).toBeVisible();
  });

  test('past imports are listed with their state and lead to their page', async () => {
    const past = job({ state: 'done', fileName: 'spring.csv', added: 1 });
    asAdmin([past, job({ state: 'undone', fileName: 'winter.csv' })]);
    const page = await renderPage('/customers/import');
    await expect.element(page.getByText('1 new payment', { exact: true })).toBeVisible();
    await expect.element(page.getByText('Undone')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'spring.csv' }))
      .toHaveAttribute('href', `/customers/import?import=${past.id}`);
  });
});
