import { expect, test } from 'vitest';
import { page as screen } from 'vitest/browser';
import { findGroups } from '#domain/groups/find-groups.ts';
import type { Groups } from '#domain/groups/group.ts';
import { groupRoutes } from '#domain/groups/routes.ts';
import { makePayers } from '#domain/groups/testing/make-payers.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const day = '2026-11-20';
/** Forty who come often, forty new ones and forty who have not come for long, each a little different. */
const customers = Array.from({ length: 120 }, (_, at) => {
  const step = 1 + (at % 13) / 20;
  const [recencyDays, frequency, monetary] = [
    [6, 20, 400_000],
    [8, 2, 9000],
    [300, 5, 40_000],
  ][at % 3]!;
  return {
    recencyDays: Math.round(recencyDays! * step),
    frequency: Math.round(frequency! * step),
    monetary: Math.round(monetary! * step),
  };
});
const found = await findGroups(makePayers(day, customers), { day, seed: 1, pause: () => Promise.resolve() });

/** Groups that a test can change under the open page. */
function answerGroups(groups: Groups | null) {
  const stored = { groups };
  signedInAs('admin');
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(groupRoutes.read, () => stored);
  return stored;
}

const rowsOf = (table: Element): string[][] =>
  [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
  );

test('F251 F252 groups of customers who are alike: a picture of each, and a table that says the same', async () => {
  answerGroups(found);
  const page = await renderPage('/segments/groups');
  await expect.element(page.getByText('3 groups of 120 customers with a payment, found on 20 Nov 2026')).toBeVisible();
  for (const { name } of found.kMeans!.groups) {
    await expect.element(page.getByRole('figure', { name: `${name} 40 customers, 33 %` })).toBeVisible();
  }
  const rows = rowsOf(page.getByRole('table', { name: 'Groups', exact: true }).element());
  expect(rows.map(([name, count, share]) => [name, count, share])).toEqual([
    ['Recent, frequent, high spend', '40', '33 %'],
    ['Recent, infrequent, low spend', '40', '33 %'],
    ['Quiet', '40', '33 %'],
  ]);
  expect(rows[1]!.at(-1)).toMatch(/^\$1\d\d\.\d\d$/);
  await expect.element(page.getByRole('note')).not.toBeInTheDocument();
  const tried = page.getByRole('table', { name: 'How many groups' });
  await expect.element(tried.getByRole('row', { name: /^3 .*\(best\)$/ })).toBeVisible();
});

test('F255 mixtures are one click away and stand in the address', async () => {
  answerGroups(found);
  const page = await renderPage('/segments/groups');
  await page.getByText('Mixtures').click();
  expect(page.path()).toBe('/segments/groups?as=mixtures');
  await expect.element(page.getByText('BIC above the best')).toBeVisible();
  await page.getByText('K-means').click();
  expect(page.path()).toBe('/segments/groups');
  await expect.element(page.getByText('Mean silhouette')).toBeVisible();
});

test('weak groups are told to be weak', async () => {
  answerGroups({ ...found, kMeans: { ...found.kMeans!, silhouette: 0.19, isWeak: true } });
  const page = await renderPage('/segments/groups');
  await expect.element(page.getByText(/^These groups are weak: their mean silhouette is 0.19/)).toBeVisible();
});

test('F250 what is grouped by is said, and that nothing is guessed', async () => {
  const scales = [...found.kMeans!.scales, { feature: 'market' as const, mean: 12, deviation: 2 }];
  answerGroups({ ...found, kMeans: { ...found.kMeans!, scales } });
  const page = await renderPage('/segments/groups');
  await expect
    .element(page.getByText(/recency, payments, spend, and the market they live in; what is not known .* not guessed/))
    .toBeVisible();
});

test.each([
  ['before the first night', null, 'Groups are found every night'],
  [
    'with few customers',
    { ...found, customers: 7, kMeans: null, mixture: null },
    'Groups need 20 customers with a payment',
  ],
  ['when all are the same', { ...found, kMeans: null, mixture: null }, 'The customers are too much alike'],
])('%s the page says why there are no groups', async (_, groups, words) => {
  answerGroups(groups);
  const page = await renderPage('/segments/groups');
  await expect.element(page.getByRole('heading', { name: words })).toBeVisible();
});

test('a rebuild brings the new groups to the open page', async () => {
  const stored = answerGroups(null);
  const page = await renderPage('/segments/groups');
  await expect.element(page.getByRole('heading', { name: 'Groups are found every night' })).toBeVisible();
  await goLive();
  stored.groups = found;
  sendLive({ kind: 'rebuild.changed' });
  await expect.element(page.getByRole('table', { name: 'Groups', exact: true })).toBeVisible();
});

test('a failure can be tried again', async () => {
  signedInAs('manager');
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(groupRoutes.read, () => {
    throw new ProblemError({ type: 'about:blank', title: 'The groups did not arrive', status: 400 });
  });
  const page = await renderPage('/segments/groups');
  await expect.element(page.getByText('The groups did not arrive')).toBeVisible();
  answerGroups(found);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.element(page.getByRole('table', { name: 'Groups', exact: true })).toBeVisible();
});

test('on a phone each group is a card', async () => {
  await screen.viewport(390, 844);
  answerGroups(found);
  const page = await renderPage('/segments/groups');
  await expect.element(page.getByText(/last paid \d+ days ago/).first()).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});

test('F072: an employee has no groups page', async () => {
  signedInAs('employee');
  const page = await renderPage('/segments/groups');
  await expect.element(page.getByRole('heading', { name: /not open to you/ })).toBeVisible();
});
