import { beforeEach, describe, expect, test } from 'vitest';
import { page as browser } from 'vitest/browser';
import type { Export } from '#domain/exports/export.ts';
import { exportRoutes } from '#domain/exports/routes.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const anExport = (change: Partial<Export> = {}): Export => ({
  id: crypto.randomUUID(),
  state: 'done',
  documents: 12_340,
  files: 1,
  bytes: 48_200_000,
  by: { memberId: crypto.randomUUID(), name: 'Ines Marlow' },
  createdAt: inDays(-1),
  updatedAt: inDays(-1),
  keptUntil: inDays(6),
  ...change,
});

beforeEach(() => {
  answerEmptyHome();
  signedInAs('admin');
});

async function opened(items: Export[]) {
  answer(exportRoutes.list, { items });
  const page = await renderPage('/settings/data');
  const section = page.getByRole('region', { name: 'Export everything' });
  await expect.element(section.getByRole('button', { name: 'Export everything' })).toBeVisible();
  return { page, section, rows: section.getByRole('list', { name: 'Exports' }) };
}

describe('F402 a business takes its data away', () => {
  test('a copy is asked for, shows how far it is, and is there to be fetched', async () => {
    const { section, rows } = await opened([]);
    let current = anExport({ state: 'waiting', documents: 0, files: 0, bytes: 0, keptUntil: null });
    answer(exportRoutes.list, () => ({ items: [current] }));
    answer(exportRoutes.start, () => current);
    await section.getByRole('button', { name: 'Export everything' }).click();
    await expect.element(rows.getByText('Waiting')).toBeVisible();
    await expect.element(section.getByRole('button', { name: 'Export everything' })).toBeDisabled();
    await expect.element(section.getByText(/You can leave this page/)).toBeVisible();

    await goLive();
    current = { ...current, state: 'running', documents: 8000 };
    sendLive({ kind: 'export.changed', exportId: current.id });
    await expect.element(rows.getByText('8,000 documents, 0 files')).toBeVisible();

    current = anExport({ id: current.id });
    sendLive({ kind: 'export.changed', exportId: current.id });
    await expect.element(rows.getByText('12,340 documents, 1 file, 48.2 MB')).toBeVisible();
    await expect.element(rows.getByText('by Ines Marlow')).toBeVisible();
    await expect.element(rows.getByRole('button', { name: 'Download' })).toBeVisible();
    await expect.element(section.getByRole('button', { name: 'Export everything' })).toBeEnabled();
  });

  test('to whoever proves first who they are', async () => {
    const { page, rows } = await opened([anExport()]);
    answer(exportRoutes.link, () => {
      throw problems.stepUpNeeded();
    });
    answer(factorRoutes.waysOfStepUp, { ways: ['password'] });
    await rows.getByRole('button', { name: 'Download' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible();
  });

  test('one that stopped, and one whose days are over, say so and offer no file', async () => {
    const { rows } = await opened([
      anExport({ state: 'failed', keptUntil: null }),
      anExport({ keptUntil: inDays(-1) }),
    ]);
    await expect.element(rows.getByText('Nothing was kept. Please export again.')).toBeVisible();
    await expect.element(rows.getByText('Removed')).toBeVisible();
    await expect.element(rows.getByRole('button')).not.toBeInTheDocument();
  });

  test('a refusal stands beside the button, and it can be asked for again', async () => {
    const { section } = await opened([]);
    answer(exportRoutes.start, () => {
      throw problems.unavailable('The storage');
    });
    await section.getByRole('button', { name: 'Export everything' }).click();
    await expect.element(section.getByText(/The storage does not answer/)).toBeVisible();
    await expect.element(section.getByRole('button', { name: 'Export everything' })).toBeEnabled();
  });

  test('fits a phone', async () => {
    await browser.viewport(390, 844);
    await opened([anExport({ by: { memberId: crypto.randomUUID(), name: 'W'.repeat(60) } })]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  test('and is open to admins alone', async () => {
    signedInAs('manager');
    const page = await renderPage('/settings/data');
    await expect.element(page.getByRole('heading', { name: /not open to you/ })).toBeVisible();
  });
});
