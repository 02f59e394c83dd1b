import { describe, expect, test, vi } from 'vitest';
import { customerRoutes } from '#domain/customers/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import type { ScoredCustomer, SegmentSummary } from '#domain/segments/segment.ts';
import { answer } from '#web/testing/answer.ts';
import { isLive, sendLive } from '#web/testing/live.ts';
import { makeScored, makeSummary } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

/** Segments that a test can change under the open page. */
function answerSegments(summary: SegmentSummary, customers: ScoredCustomer[] = []) {
  const stored = { summary, customers };
  signedInAs('admin');
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(segmentRoutes.summary, () => stored.summary);
  answer(segmentRoutes.customers, ({ query }) => {
    const found = stored.customers.filter(({ segment }) => !query.segment || segment === query.segment);
    const from = Number(query.cursor ?? 0);
    const to = from + query.limit;
    const nextCursor = to < found.length ? String(to) : null;
    return { items: found.slice(from, to), nextCursor, version: stored.summary.version };
  });
  answer(customerRoutes.list, ({ query }) => {
    const found = stored.customers.filter(({ segment }) => segment === query.segment);
    const to = Number(query.cursor ?? 0) + query.limit;
    return {
      items: found.slice(to - query.limit, to),
      nextCursor: to < found.length ? String(to) : null,
    };
  });
  answer(customerRoutes.count, ({ query }) => ({
    count: stored.customers.filter(({ segment }) => segment === query.segment).length,
    isCapped: false,
  }));
  return stored;
}

const textsOf = (row: Element) => [...row.querySelectorAll('td')].map((cell) => cell.textContent);

describe('the segments page', () => {
  test('F107 F240 to F246: one payer of $100.00 today is the VIP Customer with 5 5 5', async () => {
    answerSegments(makeSummary({ 'VIP Customer': 1 }, { payers: 1 }), [makeScored()]);
    const page = await renderPage('/segments');

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
      'Segment',
    ]);
    const [row] = table.element().querySelectorAll('tbody tr');
    expect(textsOf(row!).slice(1)).toEqual(['0', '1', '$100.00', '5', '5', '5', 'VIP Customer']);
  });

  test('F247: a payment moves the open page without a reload', async () => {
    const stored = answerSegments(makeSummary({ 'No Purchases': 1 }), [
      makeScored({ segment: 'No Purchases', measures: null, scores: null, recencyDays: null }),
    ]);
    const page = await renderPage('/segments');
    await expect.element(page.getByRole('heading', { name: 'No Purchases (1 customers)' })).toBeVisible();
    await vi.waitUntil(isLive);

    stored.summary = makeSummary({ 'VIP Customer': 1 }, { version: 2, payers: 1 });
    stored.customers = [makeScored()];
    sendLive({ kind: 'segments.changed', version: 2 });

    await expect.element(page.getByRole('heading', { name: 'VIP Customer (1 customers)' })).toBeVisible();
    await expect.element(page.getByRole('cell', { name: '$100.00' })).toBeVisible();
  });

  test('F106 F245: Select Segment begins with All, and the choice stands in the address', async () => {
    answerSegments(makeSummary({ Champions: 2, 'At Risk': 1 }, { payers: 3 }), [
      makeScored({ name: 'Caspian Wren', segment: 'Champions' }),
      makeScored({ name: 'Hugo Falkenrath', segment: 'At Risk' }),
    ]);
    const page = await renderPage('/segments');

    await expect.element(page.getByRole('combobox', { name: 'Select Segment' })).toHaveValue('All');
    await page.getByRole('combobox', { name: 'Select Segment' }).click();
    await page.getByRole('option', { name: 'At Risk' }).click();

    await expect.element(page.getByRole('link', { name: /Hugo Falkenrath/ })).toBeVisible();
    expect(page.getByRole('link', { name: /Caspian Wren/ }).elements()).toEqual([]);
    expect(page.path()).toBe('/segments?segment=At+Risk');
  });

  test('F248: the heat map filters by click, and is a table for those who hear it', async () => {
    const grid = makeSummary().grid.map((row) => [...row]);
    grid[4]![4] = 3;
    answerSegments(makeSummary({ Champions: 2, 'VIP Customer': 1 }, { payers: 3, grid }));
    const page = await renderPage('/segments');

    await expect
      .element(page.getByText('VIP Customer is R = F = M = 5: 1 of the 3 in the top right cell.'))
      .toBeVisible();
    await expect.element(page.getByRole('table', { name: /Customers by recency score/ })).toBeInTheDocument();
    await page.getByRole('link', { name: /^Champions ?: 3 customers$/ }).click();

    await expect.element(page.getByRole('heading', { name: 'Champions (2 customers)' })).toBeVisible();
  });

  test.each([
    [1, true],
    [4, true],
    [5, false],
  ])('with %i payers the note on rough scores shows: %s', async (payers, shows) => {
    answerSegments(makeSummary({ Champions: payers }, { payers }));
    const page = await renderPage('/segments');

    await expect.element(page.getByRole('heading', { name: `Champions (${payers} customers)` })).toBeVisible();
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
      makeScored({ name: `Customer ${index}`, segment: 'Hibernating' }),
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
