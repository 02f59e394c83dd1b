import { describe, expect, test, vi } from 'vitest';
import { answerSegments, makeRow } from '#web/testing/answer-segments.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { makeSummary } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const textsOf = (row: Element) => [...row.querySelectorAll('td')].map((cell) => cell.textContent);
const gridWith = (recency: number, frequency: number, count: number) => {
  const grid = makeSummary().grid.map((row) => [...row]);
  grid[recency - 1]![frequency - 1] = count;
  return grid;
};

describe('the segments page', () => {
  test('F107 F240 to F246: one payer of $100.00 today is the VIP Customer with 5 5 5', async () => {
    const forecast = {
      expectedPurchases: 2,
      value: 25_000,
      basis: 'model' as const,
      chanceAlive: 1,
      isGone: false,
    };
    answerSegments(makeSummary({ 'VIP Customer': 1 }, { payers: 1 }), [makeRow({ forecast })]);
    const page = await renderPage('/segments?segment=VIP+Customer');

    await expect.element(page.getByRole('heading', { name: 'VIP Customer (1 customers)' })).toBeVisible();
    const table = page.getByRole('table', { name: 'VIP Customer' });
    await expect.element(table.getByRole('link', { name: 'Dipika Sarraf' })).toBeVisible();
    expect([...table.element().querySelectorAll('th')].map((head) => head.textContent)).toEqual([
      'Name',
      'Recency (days)',
      'Frequency',
      'Total Spend ($)',
      'Recency Score',
      'Frequency Score',
      'Monetary Score',
      'Population Score',
      'Population',
      'Segment',
      'Composite',
      'Value',
    ]);
    const [row] = table.element().querySelectorAll('tbody tr');
    expect(textsOf(row!).slice(1)).toEqual([
      '0',
      '1',
      '$100.00',
      '5',
      '5',
      '5',
      'no place',
      'Unknown',
      'VIP Customer',
      '100',
      '$250',
    ]);
  });

  test('with nothing chosen it lists everybody with a payment, those who spent most first', async () => {
    answerSegments(makeSummary({ Champions: 1, 'At Risk': 1, 'No Purchases': 1 }, { payers: 2 }), [
      makeRow({ name: 'Caspian Wren', segment: 'Champions' }),
      makeRow({ name: 'Hugo Falkenrath', segment: 'At Risk' }),
      makeRow({ name: 'Ada Quist', segment: 'No Purchases', measures: null, scores: null, recencyDays: null }),
    ]);
    const page = await renderPage('/segments');
    await expect.element(page.getByRole('heading', { name: 'Customers with a payment (2)' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: /Caspian Wren/ })).toBeVisible();
    await expect
      .element(page.getByRole('columnheader', { name: /Total Spend/ }))
      .toHaveAttribute('aria-sort', 'descending');
    expect(page.getByRole('link', { name: /Ada Quist/ }).elements()).toEqual([]);
  });

  test('F247: a payment moves the open page without a reload', async () => {
    const stored = answerSegments(makeSummary({ 'No Purchases': 1 }, { payers: 0 }));
    const page = await renderPage('/segments');
    await expect.element(page.getByRole('heading', { name: 'Nobody has a payment that counts now' })).toBeVisible();
    await goLive();

    stored.summary = makeSummary({ 'VIP Customer': 1 }, { version: 2, payers: 1 });
    stored.customers = [makeRow()];
    sendLive({ kind: 'segments.changed', version: 2 });

    await expect.element(page.getByRole('heading', { name: 'Customers with a payment (1)' })).toBeVisible();
    await expect.element(page.getByRole('cell', { name: '$100.00' })).toBeVisible();
  });

  test('F106 F245: Select Segment begins with All, and the choice stands in the address', async () => {
    answerSegments(makeSummary({ Champions: 2, 'At Risk': 1 }, { payers: 3 }), [
      makeRow({ name: 'Caspian Wren', segment: 'Champions' }),
      makeRow({ name: 'Hugo Falkenrath', segment: 'At Risk' }),
    ]);
    const page = await renderPage('/segments');

    await expect.element(page.getByRole('combobox', { name: 'Select Segment' })).toHaveValue('All');
    await page.getByRole('combobox', { name: 'Select Segment' }).click();
    await page.getByRole('option', { name: 'At Risk' }).click();

    await expect.element(page.getByRole('heading', { name: 'At Risk (1 customers)' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: /Hugo Falkenrath/ })).toBeVisible();
    await vi.waitFor(() => expect(page.getByRole('link', { name: /Caspian Wren/ }).elements()).toEqual([]));
    expect(page.path()).toBe('/segments?segment=At+Risk');
  });

  test('the four segments of the simpler scheme are offered when the business scores by it', async () => {
    answerSegments(makeSummary({ 'Loyal Customer': 1 }, { payers: 1, scheme: 'four', grid: gridWith(3, 4, 1) }));
    const page = await renderPage('/segments');
    const cards = page.getByRole('navigation', { name: 'Segments', exact: true });
    await expect.element(cards.getByRole('link', { name: 'Loyal Customer 1' })).toBeVisible();
    expect(cards.getByRole('link').elements()).toHaveLength(5);
    await expect.element(page.getByRole('link', { name: 'Recency 3, frequency 4: 1 customers' })).toBeVisible();
  });

  test('F248: a cell of the heat map shows its customers, and a second click all again', async () => {
    const grid = gridWith(5, 4, 2);
    answerSegments(makeSummary({ Champions: 2 }, { payers: 3, grid }), [
      makeRow({ name: 'Caspian Wren', scores: { recency: 5, frequency: 4, monetary: 4, population: null } }),
      makeRow({ name: 'Hugo Falkenrath', scores: { recency: 2, frequency: 4, monetary: 4, population: null } }),
    ]);
    const page = await renderPage('/segments');
    const cell = page.getByRole('link', { name: 'Recency 5, frequency 4, Champions: 2 customers' });
    await cell.click();

    await expect.element(page.getByRole('heading', { name: 'Recency 5, Frequency 4 (2 customers)' })).toBeVisible();
    await vi.waitFor(() => expect(page.getByRole('link', { name: /Hugo Falkenrath/ }).elements()).toEqual([]));
    await expect.element(page.getByRole('link', { name: /Caspian Wren/ })).toBeVisible();
    expect(page.path()).toBe('/segments?recency=5&frequency=4');
    await expect.element(cell).toHaveAttribute('aria-current', 'true');

    await cell.click();
    await expect.element(page.getByRole('heading', { name: 'Customers with a payment (3)' })).toBeVisible();
    expect(page.path()).toBe('/segments');
  });

  test('the list is narrowed by the size of the market, and says so when nobody is left', async () => {
    answerSegments(makeSummary({ Champions: 1 }, { payers: 1 }), [
      makeRow({ name: 'Caspian Wren', segment: 'Champions', tier: 'high' }),
    ]);
    const page = await renderPage('/segments?tier=low');
    await expect.element(page.getByRole('heading', { name: 'No customer matches Low: score 1 or 2' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await expect.element(page.getByRole('link', { name: /Caspian Wren/ })).toBeVisible();
  });

  test('the export is the list as it is chosen, as CSV and as a workbook', async () => {
    answerSegments(makeSummary({ Champions: 1 }, { payers: 1 }), [makeRow({ segment: 'Champions' })]);
    const page = await renderPage('/segments?segment=Champions&tier=unknown');
    await page.getByRole('button', { name: 'Export' }).click();
    const chosen = 'segment=Champions&tier=unknown&sort=-monetary';
    await expect
      .element(page.getByRole('menuitem', { name: 'CSV' }))
      .toHaveAttribute('href', `/api/segments/export?${chosen}`);
    await expect
      .element(page.getByRole('menuitem', { name: 'XLSX (Excel)' }))
      .toHaveAttribute('href', `/api/segments/export.xlsx?${chosen}`);
  });

  test.each([
    [1, true],
    [4, true],
    [5, false],
  ])('with %i payers the note on rough scores shows: %s', async (payers, shows) => {
    answerSegments(makeSummary({ Champions: payers }, { payers }));
    const page = await renderPage('/segments');

    await expect.element(page.getByRole('heading', { name: `Customers with a payment (${payers})` })).toBeVisible();
    expect(page.getByText(/rough until 5 have paid/).elements()).toHaveLength(shows ? 1 : 0);
  });

  test('before the first payment it says what will be here', async () => {
    answerSegments(makeSummary({}, { version: 0, updatedAt: null }));
    const page = await renderPage('/segments');
    await expect.element(page.getByRole('heading', { name: 'Segments come with the first payment' })).toBeVisible();
  });

  test('a manager, who may not import, is not sent to the import', async () => {
    answerSegments(makeSummary({}, { version: 0, updatedAt: null }));
    signedInAs('manager');
    const page = await renderPage('/segments');
    await expect.element(page.getByRole('heading', { name: 'Segments come with the first payment' })).toBeVisible();
    expect(page.getByRole('link', { name: 'Import payments' }).elements()).toEqual([]);
  });

  test('F253: long lists scroll in page by page, and only the rows in sight stand in the page', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      makeRow({ name: `Customer ${index}`, segment: 'Hibernating' }),
    );
    answerSegments(makeSummary({ Hibernating: 250 }, { payers: 250 }), many);
    const page = await renderPage('/segments?segment=Hibernating');
    await expect.element(page.getByText('Customer 0', { exact: true })).toBeVisible();

    const main = document.querySelector('main')!;
    await vi.waitFor(
      () => {
        main.scrollTo({ top: main.scrollHeight });
        expect(page.getByText('Customer 249', { exact: true }).elements()).toHaveLength(1);
      },
      { timeout: 15_000, interval: 50 },
    );
    expect(document.querySelectorAll('tbody tr').length).toBeLessThan(80);
  });

  test('F072: an employee has no segments page', async () => {
    signedInAs('employee');
    const page = await renderPage('/segments');
    await expect.element(page.getByRole('heading', { name: /not open to you/ })).toBeVisible();
  });
});
