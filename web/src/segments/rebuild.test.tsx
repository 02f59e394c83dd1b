import { describe, expect, test } from 'vitest';
import type { Rebuild } from '#domain/segments/rebuild.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerSegments } from '#web/testing/answer-segments.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { makeSummary } from '#web/testing/make-scored.ts';
import { renderPage } from '#web/testing/render-page.tsx';
import { foundWords, progressOf, progressWords } from './rebuild-words.ts';

const done: Rebuild = {
  state: 'done',
  done: 24_000,
  total: 24_000,
  startedAt: '2026-11-20T02:00:00.000Z',
  finishedAt: '2026-11-20T02:00:09.000Z',
  differences: 0,
  customers: 2841,
  payments: 24_000,
};
const reading: Rebuild = { ...done, state: 'reading', done: 1200 };

describe('the rebuild of the scores', () => {
  test('shows how far it is, and says when the scores are updated', async () => {
    const stored = answerSegments(makeSummary({ Champions: 1 }, { payers: 1 }));
    stored.rebuild = done;
    answer(segmentRoutes.startRebuild, () => {
      stored.rebuild = { ...reading, state: 'waiting', total: null };
      return stored.rebuild;
    });
    const page = await renderPage('/segments');
    await expect
      .element(page.getByText(/2,841 customers compared with 24,000 payments: nothing differed/))
      .toBeVisible();
    await goLive();

    await page.getByRole('button', { name: 'Rebuild scores' }).click();
    await expect.element(page.getByText('Waiting for its turn')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Rebuild scores' })).toBeDisabled();

    stored.rebuild = reading;
    sendLive({ kind: 'rebuild.changed' });
    await expect.element(page.getByText('Reading the payments: 1,200 of 24,000')).toBeVisible();
    await expect.element(page.getByRole('progressbar', { name: 'Rebuild' })).toHaveAttribute('aria-valuenow', '5');

    stored.rebuild = { ...done, differences: 2 };
    sendLive({ kind: 'rebuild.changed' });
    await expect.element(page.getByText('RFM scores updated')).toBeVisible();
    await expect.element(page.getByText(/24,000 payments: 2 repaired/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Rebuild scores' })).toBeEnabled();
  });

  test('of somebody else is seen, without a word when it is done', async () => {
    const stored = answerSegments(makeSummary({ Champions: 1 }, { payers: 1 }));
    stored.rebuild = reading;
    const page = await renderPage('/segments');
    await expect.element(page.getByText('Reading the payments: 1,200 of 24,000')).toBeVisible();
    await goLive();
    stored.rebuild = done;
    sendLive({ kind: 'rebuild.changed' });
    await expect.element(page.getByText(/nothing differed/)).toBeVisible();
    expect(page.getByText('RFM scores updated').elements()).toEqual([]);
  });

  test('that failed says that the scores stand as they were', async () => {
    const stored = answerSegments(makeSummary({ Champions: 1 }, { payers: 1 }));
    stored.rebuild = { ...done, state: 'failed' };
    const page = await renderPage('/segments');
    await expect.element(page.getByText(/The scores stand as they were/)).toBeVisible();
  });
});

test.each([
  [{ ...reading, total: null }, 'Reading the payments', null],
  [reading, 'Reading the payments: 1,200 of 24,000', 5],
  [{ ...reading, state: 'repairing' as const, done: 0, total: 0 }, 'Scoring who differs: 0 of 0', null],
  [done, null, 100],
])('the words of a rebuild', (rebuild, words, percent) => {
  expect(progressWords(rebuild)).toBe(words);
  expect(progressOf(rebuild)).toBe(percent);
});

test('nothing was found before the first rebuild, nor while one is under way', () => {
  expect(foundWords({ ...done, state: 'never', differences: null })).toBeNull();
  expect(foundWords(reading)).toBeNull();
});
