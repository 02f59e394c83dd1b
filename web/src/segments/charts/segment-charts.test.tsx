import { describe, expect, test } from 'vitest';
import type { Distribution } from '#domain/segments/distribution.ts';
import { answerSegments } from '#web/testing/answer-segments.ts';
import { makeSummary } from '#web/testing/make-scored.ts';
import { renderPage } from '#web/testing/render-page.tsx';

const spend: Distribution = {
  measure: 'monetary',
  bars: [
    { from: 500, to: 6401, count: 12, score: 1 },
    { from: 6401, to: 13_201, count: 9, score: 2 },
    { from: 13_201, to: 50_000, count: 4, score: 5 },
  ],
  steps: [6400, 13_200, 13_200, 13_200],
  customers: 25,
};
const days: Distribution = {
  measure: 'recency',
  bars: [
    { from: 0, to: 1, count: 3, score: 5 },
    { from: 1, to: 30, count: 22, score: 1 },
  ],
  steps: [1, 1, 1, 1],
  customers: 25,
};

function answerDistributions(...distributions: Distribution[]) {
  const grid = makeSummary().grid.map((row) => [...row]);
  grid[4]![4] = 3;
  const stored = answerSegments(makeSummary({ Champions: 2, 'VIP Customer': 1 }, { payers: 3, grid }));
  stored.distributions = distributions;
}

describe('the charts of the segments page', () => {
  test('the heat map tells of the VIPs within, and is a table as well', async () => {
    answerDistributions(spend);
    const page = await renderPage('/segments');
    await expect
      .element(page.getByText('VIP Customer is R = F = M = 5: 1 of the 3 in the top right cell.'))
      .toBeVisible();
    const map = page.getByRole('region', { name: 'Recency x Frequency' });
    await map.getByText('Show as a table').click();
    const table = map.getByRole('table', { name: 'Customers by recency score and frequency score' });
    await expect.element(table.getByRole('row', { name: 'Frequency 5 0 0 0 0 3' })).toBeVisible();
  });

  test('spend lies in bars with its cuts, which a table tells as well', async () => {
    answerDistributions(spend, days);
    const page = await renderPage('/segments');
    const chart = page.getByRole('region', { name: 'Total spend and its cuts' });
    await expect.element(chart.getByText('$64.00', { exact: true })).toBeVisible();
    await expect.element(chart.getByText('25 customers', { exact: true })).toBeVisible();

    await chart.getByText('Show as a table').click();
    const table = chart.getByRole('table', { name: 'Customers by monetary' });
    await expect.element(table.getByRole('row', { name: '$5.00 to $64.00 1 12' })).toBeVisible();
    await expect.element(table.getByRole('row', { name: '$132.01 to $500.00 5 4' })).toBeVisible();
  });

  test('the switch shows the other measures; without a place there is no market, and none is guessed', async () => {
    answerDistributions(spend, days);
    const page = await renderPage('/segments');
    await page.getByText('R', { exact: true }).click();
    const recency = page.getByRole('region', { name: 'Recency and its cuts' });
    await expect.element(recency.getByText('1 day', { exact: true })).toBeVisible();

    await page.getByText('P', { exact: true }).click();
    await expect.element(page.getByText(/there is no population score, and none is guessed/)).toBeVisible();
  });
});
