import { describe, expect, test } from 'vitest';
import { customerRoutes } from '#domain/customers/routes.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Place } from '#domain/places/place.ts';
import { placeRoutes } from '#domain/places/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { answer } from '#web/testing/answer.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { makeStanding } from '#web/testing/make-standing.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const portland: Place = { townId: 11, name: 'Portland', region: 'Oregon', country: 'US', population: 650_000 };
const otherPortland: Place = { townId: 12, name: 'Portland', region: 'Maine', country: 'US', population: 66_000 };
const oslo: Place = { townId: 13, name: 'Oslo', region: '', country: 'NO', population: 580_000 };

/** The page of one customer, whose facts are as `state.stands` says; what is sent is kept in `state.sent`. */
async function open(change: Partial<ScoredCustomer> = {}, role: 'admin' | 'manager' = 'manager') {
  const state = { stands: makeScored(change), sent: [] as unknown[] };
  signedInAs(role);
  answer(fileRoutes.ofCustomer, { items: [] });
  answer(segmentRoutes.standing, makeStanding());
  answer(placeRoutes.search, ({ query: { q } }) => ({
    items: [portland, oslo, otherPortland].filter(({ name }) => name.toLowerCase().startsWith(q.toLowerCase())),
  }));
  answer(customerRoutes.get, () => state.stands);
  answer(customerRoutes.changeFacts, ({ body }) => {
    state.sent.push(body);
    if (body.version !== state.stands.version) throw problems.changedMeanwhile('The customer');
    const place = body.place?.kind === 'town' ? portland : null;
    state.stands = { ...state.stands, place, settlement: place && '500k-1.5M', version: '"saved"' };
    return state.stands;
  });
  const page = await renderPage(`/customers/${state.stands.id}`);
  return { page, state, facts: page.getByRole('region', { name: 'Facts' }) };
}

describe('where a customer lives', () => {
  test('is typed and picked from towns that name their region and size, and the page says it at once', async () => {
    const { page, state, facts } = await open();
    await expect.element(facts.getByText('Unknown: no population score')).toBeVisible();

    await facts.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('combobox', { name: 'Place' }).fill('port');
    await expect
      .element(page.getByRole('option', { name: 'Portland, Maine, United States 66,000 people' }))
      .toBeVisible();
    await page.getByRole('option', { name: /Oregon/ }).click();
    await page.getByRole('button', { name: 'Save' }).click();

    await expect.element(facts.getByText('Portland, Oregon, United States')).toBeVisible();
    await expect.element(facts.getByText('500k-1.5M')).toBeVisible();
    expect(state.sent).toEqual([{ place: { kind: 'town', townId: 11 }, version: '"1"' }]);
  });

  test('may be a smaller place, and then its country and its size are asked for', async () => {
    const { page, state, facts } = await open();
    await facts.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('button', { name: 'A smaller place, not in the list' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Please choose the country')).toBeVisible();
    await expect.element(page.getByText('Please choose how many people live there')).toBeVisible();

    await page.getByRole('combobox', { name: 'Country' }).fill('Norw');
    await page.getByRole('option', { name: 'Norway' }).click();
    await page.getByRole('combobox', { name: 'How many live there' }).click();
    await page.getByRole('option', { name: 'Fewer than 500 people' }).click();
    await page.getByRole('button', { name: 'Save' }).click();

    await expect
      .poll(() => state.sent)
      .toEqual([{ place: { kind: 'smaller', country: 'NO', size: 'under 500' }, version: '"1"' }]);
  });

  test('is taken away again without touching the birth date', async () => {
    const { page, state, facts } = await open({ place: oslo, bornOn: '1980-05-04', age: 46 });
    await expect.element(facts.getByText('4 May 1980, 46 years')).toBeVisible();
    await facts.getByRole('button', { name: 'Edit' }).click();
    await expect.element(page.getByRole('combobox', { name: 'Place' })).toHaveValue('Oslo, Norway');

    await page.getByRole('combobox', { name: 'Place' }).fill('');
    await page.getByRole('button', { name: 'Save' }).click();

    await expect.element(facts.getByText('Unknown: no population score')).toBeVisible();
    expect(state.sent).toEqual([{ place: null, version: '"1"' }]);
  });
});

describe('when a customer was born', () => {
  test.each([
    ['2999-01-01', 'This day is in the future'],
    ['1800-01-01', 'More than 120 years ago'],
  ])('is not %s', async (day, reason) => {
    const { page, state, facts } = await open();
    await facts.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabelText('Born on').fill(day);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText(reason)).toBeVisible();
    expect(state.sent).toEqual([]);
  });
});

describe('facts that change while they are typed', () => {
  const answerPlace = async (page: Awaited<ReturnType<typeof open>>['page']) => {
    await page.getByRole('combobox', { name: 'Place' }).fill('port');
    await page.getByRole('option', { name: /Oregon/ }).click();
    await page.getByRole('button', { name: 'Save' }).click();
  };

  test('a payment that lands meanwhile is no conflict', async () => {
    const { page, state, facts } = await open();
    await facts.getByRole('button', { name: 'Edit' }).click();
    state.stands = { ...state.stands, version: '"paid"' };
    await answerPlace(page);

    await expect.element(facts.getByText('Portland, Oregon, United States')).toBeVisible();
    expect(state.sent).toMatchObject([{ version: '"1"' }, { version: '"paid"' }]);
  });

  test('a place that somebody else has said meanwhile is shown beside the typed one', async () => {
    const { page, state, facts } = await open();
    await facts.getByRole('button', { name: 'Edit' }).click();
    state.stands = { ...state.stands, place: oslo, version: '"theirs"' };
    await answerPlace(page);

    const conflict = page.getByRole('dialog', { name: 'Dipika Sarraf was changed by somebody else' });
    await expect.element(conflict.getByRole('cell', { name: 'Oslo, Norway' })).toBeVisible();
    await conflict.getByRole('button', { name: 'Save what I typed' }).click();
    await expect.element(facts.getByText('Portland, Oregon, United States')).toBeVisible();
  });
});
