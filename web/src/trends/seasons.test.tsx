import { beforeEach, describe, expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { trendRoutes } from '#domain/trends/routes.ts';
import type { Seasons } from '#domain/trends/trend.ts';
import { answer } from '#web/testing/answer.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const counted = (payments: readonly number[]) =>
  payments.map((count, at) => ({ key: at + 1, payments: count, counted: count * 2550 }));
const seasons: Seasons = {
  from: '2024-12-01',
  to: '2026-11-22',
  segments: [
    {
      segment: null,
      months: counted([3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 28]),
      weekdays: counted([1, 2, 3, 4, 5, 25, 0]),
    },
    {
      segment: 'Champions',
      months: counted([0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      weekdays: counted([2, 0, 0, 0, 0, 0, 0]),
    },
  ],
};

beforeEach(() => {
  signedInAs('manager');
  answer(trendRoutes.seasons, { seasons });
});

describe('F254 when customers buy', () => {
  test('is told by month and weekday, in words and as tables', async () => {
    const page = await renderPage('/segments/seasons');
    await expect.element(page.getByText('Most in December: 28 payments, 70 % of all.')).toBeVisible();
    await expect.element(page.getByText('Most on Saturday: 25 payments, 63 % of all.')).toBeVisible();
    const byMonth = page.getByRole('region', { name: 'By month' });
    await byMonth.getByText('Show as a table').click();
    await expect.element(byMonth.getByRole('row', { name: 'November 9' })).toBeVisible();
    await expect.element(page.getByText(/^Payments from .* to /)).toBeVisible();
  });

  test('of one segment and by spend stands in the address', async () => {
    const page = await renderPage('/segments/seasons?segment=Champions&of=spend');
    await expect.element(page.getByText('Most in February: $51.00, 100 % of all.')).toBeVisible();
    await page.getByRole('radiogroup', { name: 'Figure' }).getByText('Payments').click();
    await expect.element(page.getByText('Most in February: 2 payments, 100 % of all.')).toBeVisible();
    expect(page.path()).toBe('/segments/seasons?segment=Champions');
  });

  test('of a segment that nobody is in says so', async () => {
    const page = await renderPage('/segments/seasons?segment=Promising');
    await expect.element(page.getByText('Nobody is in Promising now')).toBeVisible();
  });

  test('before the first night there is none', async () => {
    answer(trendRoutes.seasons, { seasons: null });
    const page = await renderPage('/segments/seasons');
    await expect.element(page.getByText('Seasons are counted every night')).toBeVisible();
  });

  test('that cannot be read says so and can be asked for again', async () => {
    answer(trendRoutes.seasons, () => {
      throw problems.notFound('The page');
    });
    const page = await renderPage('/segments/seasons');
    await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible();
  });
});
