import { beforeEach, describe, expect, test, vi } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { type SegmentSettings, usualSettings } from '#domain/segments/settings.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

beforeEach(() => {
  answerEmptyHome();
  signedInAs('admin');
});

/** The page over settings that are kept; what was sent comes last. */
async function opened(given: Partial<SegmentSettings> = {}) {
  const kept = { now: { ...usualSettings, ...given }, sent: [] as SegmentSettings[] };
  answer(segmentRoutes.settings, () => kept.now);
  answer(segmentRoutes.changeSettings, ({ body }) => {
    kept.sent.push(body);
    if (body.version !== kept.now.version) throw problems.changedMeanwhile('The segment settings');
    kept.now = { ...body, version: `"${kept.sent.length}"` };
    return kept.now;
  });
  const page = await renderPage('/settings/segments');
  const group = (name: string) => page.getByRole('group', { name, exact: true });
  await expect.element(group('Weights')).toBeVisible();
  const save = () => page.getByRole('button', { name: 'Save' }).click();
  return { page, group, kept, save };
}

describe('how customers are scored', () => {
  test('is changed by an admin: the scheme, the weights, fixed steps and an income', async () => {
    const { page, group, kept, save } = await opened();
    await page.getByRole('radio', { name: /^Four segments/ }).click();
    await group('Weights').getByRole('textbox', { name: 'Recency' }).fill('40');
    await group('Weights').getByRole('textbox', { name: 'Population' }).fill('0');
    await group('Monetary').getByText('By fixed steps').click();
    await group('Monetary').getByRole('textbox', { name: 'Score 2' }).fill('50.50');
    await page.getByRole('button', { name: 'Add a country' }).click();
    await page.getByRole('combobox', { name: 'Country' }).fill('norw');
    await page.getByRole('option', { name: 'Norway' }).click();
    await page.getByRole('textbox', { name: 'Income per head' }).fill('70000');
    await save();
    await expect.element(page.getByText('Segment settings saved')).toBeVisible();
    expect(kept.sent).toEqual([
      {
        scheme: 'four',
        weights: { recency: 40, frequency: 30, monetary: 30, population: 0 },
        bins: { recency: null, frequency: null, monetary: [5050, 25_000, 50_000, 100_000] },
        incomes: [{ country: 'NO', income: 70_000 }],
        version: null,
      },
    ]);
  });

  test('goes back to ranks, and to the published income', async () => {
    const bins = { ...usualSettings.bins, recency: [90, 60, 30, 7] };
    const { page, group, kept, save } = await opened({ bins, incomes: [{ country: 'NO', income: 1 }] });
    await group('Recency').getByText('By rank').click();
    await page.getByRole('button', { name: 'Remove Norway' }).click();
    await save();
    await vi.waitFor(() => expect(kept.sent).toMatchObject([{ bins: usualSettings.bins, incomes: [] }]));
  });

  test('shows what the weights make up while they are typed, and keeps none that are not the whole', async () => {
    const { group, kept, save } = await opened();
    await expect.element(group('Weights').getByText('Together 100 %')).toBeVisible();
    await group('Weights').getByRole('textbox', { name: 'Recency' }).fill('20');
    await expect.element(group('Weights').getByText('Together 90 %, of 100 %')).toBeVisible();
    await save();
    await expect
      .element(group('Weights').getByRole('alert'))
      .toMatchTextContent('Together 90 %: weights make up 100 %');
    await expect.element(group('Weights')).toHaveFocus();
    await group('Weights').getByRole('textbox', { name: 'Recency' }).fill('30');
    await expect.element(group('Weights').getByText('Together 100 %')).toBeVisible();
    expect(kept.sent).toEqual([]);
  });

  test.each([
    ['Recency', 'Score 4', '200', 'Must be fewer than for a score of 3'],
    ['Frequency', 'Score 3', '2', 'Must be more than for a score of 2'],
    ['Frequency', 'Score 2', '', 'Please enter a whole number'],
  ])('marks a step out of its order: %s, %s %j', async (measure, label, typed, words) => {
    const { group, kept, save } = await opened();
    await group(measure).getByText('By fixed steps').click();
    const field = group(measure).getByRole('textbox', { name: label });
    await field.fill(typed);
    await save();
    await expect.element(group(measure).getByText(words)).toBeVisible();
    await expect.element(field).toHaveFocus();
    expect(kept.sent).toEqual([]);
  });

  test('marks a country that stands there twice', async () => {
    const { page, kept, save } = await opened({ incomes: [{ country: 'NO', income: 70_000 }] });
    await page.getByRole('button', { name: 'Add a country' }).click();
    const second = page.getByRole('combobox', { name: 'Country' }).nth(1);
    await second.fill('norw');
    await page.getByRole('option', { name: 'Norway' }).click();
    await page.getByRole('textbox', { name: 'Income per head' }).nth(1).fill('1');
    await save();
    await expect.element(page.getByText('This country stands here twice')).toBeVisible();
    await expect.element(second).toHaveFocus();
    expect(kept.sent).toEqual([]);
  });

  test('asks which should stand when somebody else was faster', async () => {
    const { page, group, kept, save } = await opened({ version: '"a"' });
    kept.now = {
      ...kept.now,
      scheme: 'four',
      weights: { recency: 25, frequency: 25, monetary: 25, population: 25 },
      version: '"b"',
    };
    await group('Weights').getByRole('textbox', { name: 'Recency' }).fill('40');
    await group('Weights').getByRole('textbox', { name: 'Population' }).fill('0');
    await save();
    const row = page.getByRole('dialog').getByRole('row', { name: /^Weights/ });
    await expect.element(row).toMatchTextContent('Recency 40 %, Frequency 30 %, Monetary 30 %, Population 0 %');
    await page.getByRole('button', { name: 'Save what I typed' }).click();
    await vi.waitFor(() =>
      expect(kept.sent.at(-1)).toMatchObject({
        scheme: 'four',
        weights: { recency: 40, population: 0 },
        version: '"b"',
      }),
    );
  });

  test('can be asked for again when it could not be read', async () => {
    answer(segmentRoutes.settings, () => {
      throw problems.unavailable('The database');
    });
    const page = await renderPage('/settings/segments');
    await expect.element(page.getByRole('alert')).toBeVisible();
    answer(segmentRoutes.settings, usualSettings);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByRole('button', { name: 'Save' })).toBeVisible();
  });
});
