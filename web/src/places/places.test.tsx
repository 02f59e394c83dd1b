import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ProblemError } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import type { CustomersAtPlace, CustomersByPlace } from '#domain/places/routes.ts';
import { placeRoutes } from '#domain/places/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const spot = (
  townId: number | null,
  name: string,
  country: string,
  at: [number, number] | null,
  customers: number,
  population = 600_000,
): CustomersAtPlace => ({
  place: { townId, name, region: '', country, population },
  at,
  customers,
  monetary: customers * 10_050,
});

const found: CustomersByPlace = {
  places: [
    spot(1, 'Oslo', 'NO', [10.75, 59.91], 120),
    spot(2, 'Berlin', 'DE', [13.4, 52.52], 80, 3_400_000),
    spot(3, 'Bergen', 'NO', [5.32, 60.39], 60),
    spot(4, 'Mumbai', 'IN', [72.88, 19.07], 40),
    spot(5, 'Munich', 'DE', [11.58, 48.14], 30),
    spot(6, 'Portland', 'US', [-122.68, 45.52], 22),
    spot(7, 'Singapore', 'SG', [103.85, 1.29], 15, 3_500_000),
    spot(8, 'São Paulo', 'BR', [-46.63, -23.55], 12),
    spot(9, 'Sydney', 'AU', [151.2, -33.87], 8),
    spot(10, 'Honolulu', 'US', [-157.86, 21.3], 5),
    spot(11, 'Lagos', 'NG', [3.4, 6.45], 4),
    spot(null, '', 'NO', null, 3, 250),
  ],
  countries: [
    { country: 'NO', customers: 185, monetary: 1_859_250 },
    { country: 'DE', customers: 110, monetary: 1_105_500 },
    { country: 'IN', customers: 40, monetary: 402_000 },
    { country: 'US', customers: 27, monetary: 271_350 },
    { country: 'SG', customers: 15, monetary: 150_750 },
    { country: 'BR', customers: 12, monetary: 120_600 },
    { country: 'AU', customers: 8, monetary: 80_400 },
    { country: 'NG', customers: 4, monetary: 40_200 },
  ],
  unplaced: 99,
  payers: 500,
};

async function open(path = '/segments/places', result = found) {
  signedInAs('admin');
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(placeRoutes.customers, result);
  return renderPage(path);
}

/** The map comes after the tables. */
const mapIsHere = (): Promise<void> =>
  vi.waitFor(() => expect(document.querySelectorAll('main svg circle')).toHaveLength(11), { timeout: 10_000 });

describe('the map of places', () => {
  test('F250: shows where the customers live, and tables say the same with the unknown left out', async () => {
    const page = await open();
    await expect.element(page.getByText('401 of 500 customers with a payment have a place')).toBeVisible();

    const countries = page.getByRole('table', { name: 'Countries' });
    await expect.element(countries.getByRole('row', { name: 'Norway 185 $18,592.50' })).toBeVisible();
    const places = page.getByRole('table', { name: 'Places' });
    await expect
      .element(places.getByRole('row', { name: /Berlin, Germany.* 1.5M and more 80 \$8,040.00/ }))
      .toBeVisible();
    await expect.element(places.getByRole('row', { name: /A place of fewer than 500 people, Norway/ })).toBeVisible();
    await mapIsHere();
    await expect.element(page.getByText(/3 customers in smaller places are in the table only/)).toBeVisible();
    await expect.element(page.getByText('2 more in places with fewer.')).toBeVisible();
    await expect.element(page.getByText(/No place is known of 99 customers/)).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'GeoNames' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'CC BY 4.0' })).toBeVisible();
  });

  test('a place that has the focus shows on the map with its customers and spend', async () => {
    const page = await open();
    await mapIsHere();
    // What the mouse lies over is shown, too.
    await page.getByRole('heading', { level: 1 }).hover();
    page.getByRole('button', { name: 'Show Mumbai, India on the map' }).element().focus();
    await expect.element(page.getByText('40 customers, $4,020.00')).toBeVisible();

    await userEvent.tab();
    await expect.element(page.getByText('40 customers, $4,020.00')).not.toBeInTheDocument();
    await expect.element(page.getByText('30 customers, $3,015.00')).toBeVisible();
  });

  test('a country fills the map from the table, from the field and from the map, and the way leads back', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Germany' }).click();
    await expect.element(page.getByRole('table', { name: 'Places in Germany' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Germany', exact: true })).toBeVisible();
    expect(page.path()).toBe('/segments/places?country=DE');
    await expect.element(page.getByRole('button', { name: /Mumbai/ })).not.toBeInTheDocument();

    await page.getByRole('link', { name: 'Show the world' }).click();
    expect(page.path()).toBe('/segments/places');
    await page.getByRole('combobox', { name: 'Country' }).click();
    await page.getByRole('option', { name: 'Singapore' }).click();
    await expect.element(page.getByRole('table', { name: 'Places in Singapore' })).toBeVisible();

    page.back();
    await expect.element(page.getByRole('table', { name: 'Places', exact: true })).toBeVisible();
    await mapIsHere();
    const india = [...document.querySelectorAll('main svg a')].find((link) =>
      link.getAttribute('href')?.endsWith('=IN'),
    );
    await userEvent.click(india!.querySelector('path')!);
    await expect.element(page.getByRole('table', { name: 'Places in India' })).toBeVisible();
  });

  test('without a single place says how to give them', async () => {
    const page = await open('/segments/places', { places: [], countries: [], unplaced: 4, payers: 4 });
    await expect
      .element(page.getByRole('heading', { name: 'No customer with a payment has a place yet' }))
      .toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Import places' }))
      .toHaveAttribute('href', '/customers/import');
  });

  test('that does not arrive says so, and Retry brings it', async () => {
    signedInAs('manager');
    answer(memberRoutes.list, { items: [], nextCursor: null });
    answer(placeRoutes.customers, () => {
      throw new ProblemError({ type: '/problems/invalid-request', title: 'The request is not valid', status: 400 });
    });
    const page = await renderPage('/segments/places');
    await expect.element(page.getByText('The request is not valid')).toBeVisible();

    answer(placeRoutes.customers, found);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByRole('link', { name: 'Norway' })).toBeVisible();
  });
});
