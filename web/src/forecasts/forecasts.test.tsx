import { expect, test } from 'vitest';
import type { CustomerForecast } from '#domain/forecasts/forecast.ts';
import { forecastRoutes } from '#domain/forecasts/routes.ts';
import { makeForecasted } from '#domain/forecasts/testing/make-forecasted.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const fit = [
  { repeats: 0, actual: 1411, expected: 1430.2 },
  { repeats: 1, actual: 439, expected: 392.7 },
  { repeats: 2, actual: 507, expected: 534.1 },
];

const expecting = (name: string, change: Partial<CustomerForecast>) => ({
  ...makeScored({ name, recencyDays: 12 }),
  forecast: {
    expectedPurchases: 3.44,
    value: 34_400,
    basis: 'model' as const,
    chanceAlive: 0.918,
    isGone: false,
    ...change,
  },
});

const best = [expecting('Dipika Sarraf', {}), expecting('Lucien Osei', { basis: 'recency-rule', chanceAlive: null })];
const leaving = [
  expecting('Greta Vanholt', { chanceAlive: 0.214, isGone: true, value: 900, expectedPurchases: 0.08 }),
  expecting('Hugo Falkenrath', { basis: 'recency-rule', chanceAlive: null, isGone: true }),
];

/** A forecast that a test can change under the open page. */
function answerForecast() {
  const stored = { forecast: makeForecasted({ fit }), best, leaving };
  signedInAs('admin');
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(forecastRoutes.read, () => stored);
  return stored;
}

const textsOf = (table: Element): string[][] =>
  [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
  );

test('F256 F283: what all customers are expected to buy, who brings most, and who is likely gone', async () => {
  answerForecast();
  const page = await renderPage('/segments/forecast');

  await expect.element(page.getByText('As of 20 Nov 2026 · 2,357 customers with a payment')).toBeVisible();
  const tiles = [...document.querySelectorAll('dl[aria-label="The next 12 months"] dd')].map((dd) => dd.textContent);
  expect(tiles).toEqual(['1,800', '$63,500.00', '946 of 2,357', '60 days']);

  const rows = (name: string) => textsOf(page.getByRole('table', { name, exact: true }).element());
  expect(rows('Highest value').map((cells) => cells.slice(1))).toEqual([
    ['12', '1', '$100.00', '3.4', '92 %', 'Model', '$344.00'],
    ['12', '1', '$100.00', '3.4', 'yes', 'Recency rule', '$344.00'],
  ]);
  expect(rows('Likely gone').map((cells) => cells.slice(4))).toEqual([
    ['0.1', '21 %', 'Model', '$9.00'],
    ['3.4', 'likely not', 'Recency rule', '$344.00'],
  ]);
  await expect.element(page.getByText(/likely gone after 60 days of silence/)).toBeVisible();
});

test('how the model fits: a chart, the same as a table by the keyboard, and the parameters in words', async () => {
  answerForecast();
  const page = await renderPage('/segments/forecast');
  await expect.poll(() => document.querySelectorAll('.recharts-bar-rectangle').length, { timeout: 15_000 }).toBe(6);

  const table = page.getByRole('table', { name: 'Customers by how often they came back' });
  expect(table.elements()).toEqual([]);
  const summary = page.getByText('Table', { exact: true });
  (summary.element() as HTMLElement).focus();
  expect(document.activeElement).toBe(summary.element());
  await summary.click();
  expect(textsOf(table.element())).toEqual([
    ['0', '1,411', '1,430'],
    ['1', '439', '393'],
    ['2 or more', '507', '534'],
  ]);

  await expect.element(page.getByText('0.793, 2.426: 25 % leave after a purchase')).toBeVisible();
  await expect.element(page.getByText('6.25, 3.74, 15.44: $35.22 on average')).toBeVisible();
  await expect.element(page.getByText('-9,582.4')).toBeVisible();
});

test('a long list shows its first five, and all when asked', async () => {
  const stored = answerForecast();
  stored.best = Array.from({ length: 8 }, (_, at) => expecting(`Customer ${at}`, {}));
  const page = await renderPage('/segments/forecast');
  const rows = () => page.getByRole('table', { name: 'Highest value' }).element().querySelectorAll('tbody a').length;
  await expect.element(page.getByRole('button', { name: 'Show all 8' })).toBeVisible();
  expect(rows()).toBe(5);
  await page.getByRole('button', { name: 'Show all 8' }).click();
  await expect.poll(rows).toBe(8);
});

test('a payment that comes moves the open lists', async () => {
  const stored = answerForecast();
  const page = await renderPage('/segments/forecast');
  await expect.element(page.getByRole('link', { name: /Greta Vanholt/ })).toBeVisible();
  await goLive();
  stored.leaving = leaving.slice(1);
  sendLive({ kind: 'segments.changed', version: 2 });
  await expect.poll(() => page.getByRole('link', { name: /Greta Vanholt/ }).elements()).toEqual([]);
});

test('before the first night the page says when there will be something', async () => {
  signedInAs('manager');
  answer(forecastRoutes.read, { forecast: null, best: [], leaving: [] });
  const page = await renderPage('/segments/forecast');
  await expect.element(page.getByRole('heading', { name: 'The first forecast is made tonight' })).toBeVisible();
});

test('with too few who came back the page says how many are missing', async () => {
  signedInAs('manager');
  const reason = '3 customers have paid on more than one day; a forecast needs 20.';
  const forecast = makeForecasted({ bgNbd: null, gammaGamma: null, reason });
  answer(forecastRoutes.read, { forecast, best: [], leaving: [] });
  const page = await renderPage('/segments/forecast');
  await expect.element(page.getByText(reason)).toBeVisible();
});

test('a failure can be tried again', async () => {
  answerForecast();
  answer(forecastRoutes.read, () => {
    throw new ProblemError({ type: 'about:blank', title: 'The forecast did not arrive', status: 400 });
  });
  const page = await renderPage('/segments/forecast');
  await expect.element(page.getByText('The forecast did not arrive')).toBeVisible();
  answerForecast();
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.element(page.getByRole('heading', { name: /Likely gone/ })).toBeVisible();
});
