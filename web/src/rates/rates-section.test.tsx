import { describe, expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import type { ExchangeRate } from '#domain/rates/rate.ts';
import { rateRoutes } from '#domain/rates/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerPaymentSettings } from '#web/testing/payment-settings.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';
import { standingOf } from './standing.ts';

const rate = (currency: string, from: string, value = '1.0835'): ExchangeRate => ({
  currency,
  from,
  rate: value,
  version: '"1"',
});

async function settings(items: ExchangeRate[]) {
  signedInAs('admin');
  answerPaymentSettings({ rates: items });
  const page = await renderPage('/settings/payments');
  const section = page.getByRole('region', { name: 'Exchange rates' });
  await expect.element(section).toBeVisible();
  return { page, section, items };
}

describe('F232 the exchange rates of a business', () => {
  test('without any, it is said in what customers pay and what a rate would change', async () => {
    const { section } = await settings([]);
    await expect.element(section.getByRole('heading', { name: 'Customers pay in USD' })).toBeVisible();
  });

  test('stand in a table that says which one counts today', async () => {
    const { section } = await settings([
      rate('EUR', '2099-01-01', '1.2'),
      rate('EUR', '2026-01-01'),
      rate('EUR', '2025-01-01', '1.05'),
    ]);
    for (const row of [/EUR.*1\.2.*1 Jan 2099.*later/, /EUR.*1\.0835.*1 Jan 2026.*now/, /EUR.*1\.05.*earlier/])
      await expect.element(section.getByRole('row', { name: row })).toBeVisible();
  });

  test('are added in another currency than the own, from a day on', async () => {
    const { page, section, items } = await settings([]);
    answer(rateRoutes.set, ({ body }) => {
      items.push({ ...body, version: '"1"' });
      return items[0]!;
    });
    await section.getByRole('button', { name: 'Add a rate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a rate' });
    await dialog.getByRole('combobox', { name: 'Currency' }).fill('euro');
    await page.getByRole('option', { name: 'EUR · Euro' }).click();
    await dialog.getByRole('textbox', { name: 'One EUR in USD' }).fill('a lot');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(dialog.getByText('A number such as 1.0835')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'One EUR in USD' }).fill('1.0835');
    await dialog.getByLabelText('From').fill('2026-01-01');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Rate of EUR saved')).toBeVisible();
    await expect.element(section.getByRole('row', { name: /EUR.*1\.0835/ })).toBeVisible();
    expect(items).toEqual([rate('EUR', '2026-01-01')]);
  });

  test('are changed for the same currency and day', async () => {
    const { page, section, items } = await settings([rate('EUR', '2026-01-01')]);
    answer(rateRoutes.set, ({ body }) => {
      expect(body).toEqual({ currency: 'EUR', from: '2026-01-01', rate: '1.09' });
      items[0] = { ...body, version: '"2"' };
      return items[0];
    });
    await section.getByRole('button', { name: 'Actions for EUR from 1 Jan 2026' }).click();
    await page.getByRole('menuitem', { name: 'Change…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the rate' });
    await expect.element(dialog.getByRole('combobox', { name: 'Currency' })).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'One EUR in USD' }).fill('1.09');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(section.getByRole('row', { name: /EUR.*1\.09/ })).toBeVisible();
  });

  test('are taken away after a question; one that is gone already is told', async () => {
    const { page, section, items } = await settings([rate('EUR', '2026-01-01')]);
    answer(rateRoutes.remove, () => {
      throw problems.notFound('The rate');
    });
    await section.getByRole('button', { name: 'Actions for EUR from 1 Jan 2026' }).click();
    await page.getByRole('menuitem', { name: 'Remove…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove the rate of EUR from 1 Jan 2026?' });
    await dialog.getByRole('button', { name: 'Remove rate' }).click();
    await expect.element(dialog.getByText('The rate was not found')).toBeVisible();
    answer(rateRoutes.remove, ({ params }) => {
      expect(params).toEqual({ currency: 'EUR', from: '2026-01-01' });
      items.length = 0;
    });
    await dialog.getByRole('button', { name: 'Remove rate' }).click();
    await expect.element(section.getByRole('heading', { name: 'Customers pay in USD' })).toBeVisible();
  });
});

test.each([
  ['2026-03-01', 'later'],
  ['2026-02-01', 'now'],
  ['2026-01-01', 'earlier'],
])('on 1 February, of rates from the first of each month, the one of %s counts %s', (from, standing) => {
  const all = ['2026-03-01', '2026-02-01', '2026-01-01'].map((day) => rate('EUR', day));
  expect(standingOf(rate('EUR', from), [...all, rate('NOK', '2026-02-01')], '2026-02-01')).toBe(standing);
});
