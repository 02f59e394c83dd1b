import { describe, expect, test, vi } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { customerRoutes } from '#domain/customers/routes.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { answer } from '#web/testing/answer.ts';
import { makeStanding } from '#web/testing/make-standing.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { answerManyCustomers } from '#web/testing/long-list.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

async function openList(count: number, path = '/customers') {
  signedInAs('admin');
  const stored = answerManyCustomers(count);
  const page = await renderPage(path);
  return { page, stored };
}

type Page = Awaited<ReturnType<typeof openList>>['page'];

const row = (page: Page, number: number) => page.getByRole('link', { name: `Customer ${number}`, exact: true });
const box = (page: Page, number: number) =>
  page.getByRole('checkbox', { name: `Select Customer ${number}`, exact: true });
const rowsInPage = () => document.querySelectorAll('tbody tr').length;
const scroller = () => document.querySelector('main')!;
/** As a hand does it: on and on, until the row is in the page. */
const scrollTo = (number: number, watch = () => {}) =>
  vi.waitFor(
    () => {
      watch();
      scroller().scrollTo({ top: Math.min(scroller().scrollTop + 4000, number * 44) });
      expect(document.body.textContent).toContain(`Customer ${number}customer`);
    },
    { timeout: 18_000, interval: 16 },
  );
/** A row may be in the page and yet above or below what is seen. */
const topOf = (element: Element) => Math.round(element.getBoundingClientRect().top);

describe('a list of 10,000 rows', () => {
  test('keeps only the rows in sight in the page, and fetches on as one scrolls', async () => {
    const { page } = await openList(10_000);
    await expect.element(row(page, 1)).toBeVisible();
    expect(rowsInPage()).toBeLessThan(100);

    await scrollTo(1500, () => expect(rowsInPage()).toBeLessThan(100));
    await expect.element(page.getByText(/^1-1,[567]00 of 1,000\+$/)).toBeVisible();
  });

  test('End stands on the last row loaded, Home on the first', async () => {
    const { page } = await openList(10_000);
    await expect.element(page.getByText('1-100 of 1,000+')).toBeVisible();
    await userEvent.keyboard('{End}');
    await expect.element(row(page, 100)).toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect.element(row(page, 1)).toHaveFocus();
  });

  test('End again goes on, a page each time', async () => {
    const { page } = await openList(10_000);
    for (const last of [100, 200, 300, 400]) {
      await expect.element(page.getByText(`1-${last} of 1,000+`)).toBeVisible();
      await userEvent.keyboard('{End}');
      await expect.element(row(page, last)).toHaveFocus();
    }
  });

  test('the foot of the scroll bar shows places that fill by themselves, again and again', async () => {
    const { page } = await openList(10_000);
    for (const last of [100, 200, 300, 400]) {
      await expect.element(page.getByText(`1-${last} of 1,000+`)).toBeVisible();
      scroller().scrollTo({ top: scroller().scrollHeight });
      await expect.element(row(page, last + 45)).toBeVisible();
    }
  });

  test('nothing moves when a page comes in', async () => {
    const shifts: number[] = [];
    const watch = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    });
    const { page } = await openList(10_000);
    await expect.element(page.getByText('1-100 of 1,000+')).toBeVisible();
    watch.observe({ type: 'layout-shift' });
    scroller().scrollTo({ top: 3500 });
    await expect.element(page.getByText('1-200 of 1,000+')).toBeVisible();
    const first = topOf(row(page, 90).element());
    await expect.element(row(page, 90)).toBeVisible();
    expect(topOf(row(page, 90).element())).toBe(first);
    watch.disconnect();
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.05);
  });

  test('rows keep one height, comfortable or compact, and the choice stays with the person', async () => {
    const { page } = await openList(300);
    await expect.element(row(page, 1)).toBeVisible();
    const heights = () => new Set([...document.querySelectorAll('tbody tr[data-index]')].map(heightOf));
    expect([...heights()]).toEqual([44]);
    await page.getByText('Compact').click();
    await expect.poll(() => [...heights()]).toEqual([32]);

    await page.unmount();
    await renderPage('/customers');
    await expect.poll(() => [...heights()]).toEqual([32]);
  });

  test('those who hear it are told where a row stands, and how many there are once that is known', async () => {
    const { page } = await openList(10_000);
    const table = page.getByRole('table', { name: 'Customers' });
    await expect.element(table.getByRole('row', { name: /Customer 3 / }).first()).toHaveAttribute('aria-rowindex', '4');
    await expect.element(table).toHaveAttribute('aria-rowcount', '-1');
    await page.getByRole('button', { name: 'Count all' }).click();
    await expect.element(table).toHaveAttribute('aria-rowcount', '10001');
    await expect.element(page.getByText('1-100 of 10,000')).toBeVisible();
    expect(
      [...table.element().querySelectorAll('thead th')].every((head) => head.getAttribute('scope') === 'col'),
    ).toBe(true);
  });

  test('a change comes in without a reload, tints its row, and asks again only for what is in sight', async () => {
    const { page, stored } = await openList(10_000);
    await expect.element(page.getByText('1-100 of 1,000+')).toBeVisible();
    await scrollTo(310);
    await expect.element(row(page, 310)).toBeVisible();
    await goLive();

    stored.customers[309] = { ...stored.customers[309]!, segment: 'Hibernating' };
    stored.asked.length = 0;
    sendLive({ kind: 'segments.changed', version: 2 });

    await expect.element(page.getByRole('cell', { name: 'Hibernating' })).toBeVisible();
    await expect.poll(() => document.querySelector('tr[data-changed]')?.textContent ?? '').toContain('Customer 310');
    expect(stored.asked.length).toBeLessThanOrEqual(3);
  });
});

const heightOf = (element: Element) => Math.round(element.getBoundingClientRect().height);

describe('the address of a list', () => {
  test('holds search, filter, sort and columns, and shows the same rows after a reload', async () => {
    const { page, stored } = await openList(50);
    await page.getByRole('searchbox', { name: 'Search customers' }).fill('Customer 1');
    await expect.poll(page.path).toBe('/customers?q=Customer+1');
    await page.getByRole('button', { name: 'SEGMENT' }).click();
    await page.getByRole('menuitemradio', { name: 'Champions' }).click();
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Reference' }).click();
    await userEvent.keyboard('{Escape}');

    const wish = { q: 'Customer 1', segment: 'Champions', sort: '-name' };
    await expect.poll(() => stored.asked.at(-1)).toMatchObject(wish);
    const shown = () => [...document.querySelectorAll('tbody a')].map(({ textContent }) => textContent);
    await expect.poll(shown).toEqual(['C1Customer 19', ...[8, 7, 6, 5, 4, 3, 2, 0].map((n) => `C1Customer 1${n}`)]);
    expect(page.getByRole('columnheader', { name: 'Reference' }).elements()).toEqual([]);
    const [path, before] = [page.path(), shown()];

    await page.unmount();
    const again = await renderPage(path);
    await expect.poll(shown).toEqual(before);
    await expect.element(again.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
    await expect.element(again.getByRole('searchbox')).toHaveValue('Customer 1');
  });

  test('a step back undoes a filter', async () => {
    const { page } = await openList(50);
    await page.getByRole('button', { name: 'SEGMENT' }).click();
    await page.getByRole('menuitemradio', { name: 'At Risk' }).click();
    await expect.element(row(page, 2)).not.toBeInTheDocument();
    page.back();
    await expect.element(row(page, 2)).toBeVisible();
    expect(page.path()).toBe('/customers');
  });

  test('words it does not know are left out', async () => {
    const { page, stored } = await openList(5, '/customers?segment=Nobles&sort=shoe-size&cols=-name');
    await expect.element(row(page, 5)).toBeVisible();
    expect(stored.asked.at(-1)).toMatchObject({ sort: 'name' });
    expect(stored.asked.at(-1)).not.toHaveProperty('segment', 'Nobles');
  });
});

describe('sorting by a head', () => {
  test('takes the column’s own direction first, then turns it round, by mouse and by keyboard', async () => {
    const { page, stored } = await openList(5);
    const head = page.getByRole('columnheader', { name: 'Total Spend ($)' });
    await expect.element(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    await page.getByRole('button', { name: 'Total Spend ($)' }).click();
    await expect.element(head).toHaveAttribute('aria-sort', 'descending');
    await userEvent.keyboard('{Enter}');
    await expect.element(head).toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(() => stored.asked.map(({ sort }) => sort)).toEqual(['name', '-monetary', 'monetary']);
  });

  test('dims the rows until the new ones are here, and begins at the top', async () => {
    const { page } = await openList(1000);
    await expect.element(row(page, 1)).toBeVisible();
    scroller().scrollTo({ top: 3000 });
    await expect.element(row(page, 70)).toBeVisible();
    const answered = Promise.withResolvers<void>();
    answer(customerRoutes.list, async () => {
      await answered.promise;
      return { items: [], nextCursor: null };
    });
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await expect.poll(() => document.querySelector('[data-stale]')).not.toBeNull();
    expect(scroller().scrollTop).toBeLessThan(300);
    answered.resolve();
  });
});

describe('picking rows', () => {
  test('one, a range, the rows loaded, and all that match: the bar says how many', async () => {
    const { page } = await openList(4400);
    await box(page, 2).click();
    const bar = page.getByRole('region', { name: 'Selection' });
    await expect.element(bar.getByText('1 selected')).toBeVisible();
    await box(page, 5).click({ modifiers: ['Shift'] });
    await expect.element(bar.getByText('4 selected')).toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: 'Select the rows loaded' })).toBePartiallyChecked();

    await page.getByRole('checkbox', { name: 'Select the rows loaded' }).click();
    await expect.element(bar.getByText('100 selected')).toBeVisible();
    await page.getByRole('button', { name: 'Count all' }).click();
    await bar.getByRole('button', { name: 'Select all 4,400 matching' }).click();
    await expect.element(bar.getByText('All 4,400 matching selected')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(bar).not.toBeInTheDocument();
  });

  test('Export CSV leads to a file of the picked rows, or of all that match', async () => {
    const { page, stored } = await openList(300, '/customers?segment=Champions&sort=-name');
    await expect.element(row(page, 300)).toBeVisible();
    await box(page, 300).click();
    const link = page.getByRole('link', { name: 'Export CSV' });
    await expect
      .element(link)
      .toHaveAttribute('href', `/api/customers/export?segment=Champions&sort=-name&ids=${stored.customers[299]!.id}`);
    await page.getByRole('button', { name: /^Select all/ }).click();
    await expect.element(link).toHaveAttribute('href', '/api/customers/export?segment=Champions&sort=-name');
  });

  test('another filter begins with nothing picked', async () => {
    const { page } = await openList(50);
    await box(page, 1).click();
    await page.getByRole('searchbox').fill('Customer 2');
    await expect.element(page.getByRole('region', { name: 'Selection' })).not.toBeInTheDocument();
  });
});

describe('by keyboard', () => {
  test('j and k walk, x and Shift+x pick, Enter opens', async () => {
    const { page, stored } = await openList(50);
    answer(customerRoutes.get, ({ params }) => stored.customers.find(({ id }) => id === params.customerId)!);
    answer(fileRoutes.ofCustomer, { items: [] });
    answer(segmentRoutes.standing, makeStanding());
    await expect.element(row(page, 1)).toBeVisible();
    await userEvent.keyboard('jj');
    await expect.element(row(page, 2)).toHaveFocus();
    await userEvent.keyboard('x');
    await expect.element(box(page, 2)).toBeChecked();
    await userEvent.keyboard('jj');
    await expect.element(row(page, 4)).toHaveFocus();
    await userEvent.keyboard('{Shift>}X{/Shift}');
    await expect.element(page.getByText('3 selected')).toBeVisible();
    await userEvent.keyboard('k');
    await expect.element(row(page, 3)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: 'Customer 3' })).toBeVisible();
  });

  test('/ goes to the search, where letters are letters', async () => {
    const { page } = await openList(50);
    await expect.element(row(page, 1)).toBeVisible();
    await userEvent.keyboard('/');
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('jx/');
    await expect.element(page.getByRole('searchbox')).toHaveValue('jx/');
  });
});

describe('the faces of a list', () => {
  test('rows in their final height while it loads', async () => {
    signedInAs('admin');
    answerManyCustomers(5);
    const answered = Promise.withResolvers<void>();
    answer(customerRoutes.list, async () => {
      await answered.promise;
      return { items: [], nextCursor: null };
    });
    const page = await renderPage('/customers');
    await expect.element(page.getByText('Loading customers')).toBeInTheDocument();
    expect([...document.querySelectorAll('tbody tr')].map(heightOf)).toEqual(Array.from({ length: 8 }, () => 44));
    answered.resolve();
    await expect.element(page.getByRole('heading', { name: 'Your customers go here' })).toBeVisible();
  });

  test('no match names the search and the filters, and leads out of each', async () => {
    const { page } = await openList(20, '/customers?q=sapphire&segment=At+Risk');
    await expect
      .element(page.getByRole('heading', { name: 'No customer matches “sapphire” and At Risk' }))
      .toBeVisible();
    await page.getByRole('button', { name: 'Search “sapphire” without filters' }).click();
    await expect.element(page.getByRole('heading', { name: 'No customer matches “sapphire”' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await expect.element(row(page, 1)).toBeVisible();
    await expect.element(page.getByRole('searchbox')).toHaveValue('');
  });

  test('a later page that does not arrive keeps the rows and offers Retry', async () => {
    signedInAs('admin');
    const stored = answerManyCustomers(300);
    answer(customerRoutes.list, ({ query }) => {
      if (query.cursor) throw new ProblemError({ type: 'about:blank', title: 'The rows did not arrive', status: 400 });
      return { items: stored.customers.slice(0, 100), nextCursor: '100' };
    });
    const page = await renderPage('/customers');
    await expect.element(row(page, 1)).toBeVisible();
    scroller().scrollTo({ top: 4000 });
    await expect.element(page.getByRole('alert').getByText('The rows did not arrive')).toBeVisible();
    answerManyCustomers(300);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    await expect.element(page.getByText(/^1-[23]00 of 300$/)).toBeVisible();
  });
});

test('on a phone it is a list of cards of one height, with the bar over them', async () => {
  await screen.viewport(390, 844);
  const { page } = await openList(10_000);
  await expect.element(page.getByRole('list', { name: 'Customers' })).toBeVisible();
  await expect.element(row(page, 1)).toBeVisible();
  const cards = [...document.querySelectorAll('[aria-label=Customers] li')];
  expect(cards.length).toBeLessThan(100);
  expect(new Set(cards.map(heightOf)).size).toBe(1);
  await box(page, 2).click();
  await expect.element(page.getByRole('region', { name: 'Selection' }).getByText('1 selected')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
