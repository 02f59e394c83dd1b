import { describe, expect, test } from 'vitest';
import type { BulkJob } from '#domain/members/bulk.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerUsers } from '#web/testing/answer-users.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const waiting = (name: string, change = {}) =>
  make.user({ name, role: 'customer', status: 'profile-submitted', verifiedAt: null, ...change });
const people = (count: number) => Array.from({ length: count }, (_, at) => waiting(`Person ${at}`));

type Page = Awaited<ReturnType<typeof renderPage>>;

/** The server's side of one job: the latest answer is where it stands. */
function answerJob(first: Partial<BulkJob> = {}) {
  const sent: unknown[] = [];
  let job = make.bulkJob({ state: 'running', done: 0, changed: 0, ...first });
  answer(memberRoutes.bulk, ({ body }) => {
    sent.push(body);
    return job;
  });
  answer(memberRoutes.bulkJob, () => job);
  answer(memberRoutes.undoBulk, () => {
    job = { ...job, state: 'undone', restored: job.changed };
    return job;
  });
  const step = (change: Partial<BulkJob>) => {
    job = { ...job, ...change };
    sendLive({ kind: 'bulk.changed', jobId: job.id });
  };
  return { sent, step };
}

const line = (page: Page) => page.getByRole('region', { name: 'Last bulk action' });

describe('VERIFY SELECTED', () => {
  test('F093 Q48 W32: one job for the picked, with a word about those who have not filled the form', async () => {
    signedInAs('admin');
    const [leila, mirela] = [
      waiting('Leila Hashemian'),
      waiting('Mirela Dragan', { status: 'email-verified', submittedAt: null }),
    ];
    answerUsers([leila, mirela]);
    const { sent, step } = answerJob({ total: 2 });
    const page = await renderPage('/users');
    await page.getByRole('checkbox', { name: 'Select Leila Hashemian' }).click();
    await page.getByRole('checkbox', { name: 'Select Mirela Dragan' }).click();
    await page.getByRole('button', { name: 'VERIFY SELECTED' }).click();

    const dialog = page.getByRole('dialog', { name: 'Verify 2 users?' });
    await expect.element(dialog.getByText(/1 of them has not filled the form/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Verify 2 users' }).click();

    await expect.poll(() => sent).toEqual([{ action: 'verify', where: { ids: [leila.id, mirela.id] } }]);
    await expect.element(line(page).getByText('Verifying 0 of 2')).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Selection' })).not.toBeInTheDocument();
    await goLive();
    step({ state: 'done', done: 2, changed: 2 });
    await expect.element(line(page).getByText('2 verified')).toBeVisible();
  });

  test('F123: all 4,400 that match, with progress, the result and Undo', async () => {
    signedInAs('admin');
    answerUsers(people(4400));
    const { sent, step } = answerJob({ total: 4400 });
    const page = await renderPage('/users?status=profile-submitted&role=customer');
    await page.getByRole('checkbox', { name: 'Select Person 0', exact: true }).click();
    await page.getByRole('button', { name: 'Select all 4,400 matching' }).click();
    await page.getByRole('button', { name: 'VERIFY SELECTED' }).click();
    await page.getByRole('button', { name: 'Verify 4,400 users' }).click();

    await expect
      .poll(() => sent)
      .toEqual([{ action: 'verify', where: { filter: { status: 'profile-submitted', role: ['customer'] } } }]);
    await goLive();
    step({ done: 2100 });
    await expect.element(line(page).getByText('Verifying 2,100 of 4,400')).toBeVisible();
    await expect.element(page.getByRole('progressbar', { name: 'People looked at' })).toHaveAttribute('aria-valuenow');

    step({ state: 'done', done: 4400, changed: 4398, skipped: { already: 2 } });
    const words = '4,398 verified, 2 skipped: already verified';
    await expect.element(line(page).getByText(words)).toBeVisible();
    await expect.element(page.getByRole('status').getByRole('button', { name: 'Undo' })).toBeVisible();
    await line(page).getByRole('button', { name: 'Undo' }).click();
    await expect.element(line(page).getByText('Undone for 4,398 people')).toBeVisible();
  });

  test('the line of the last job is there again after leaving, until it is closed', async () => {
    const me = signedInAs('admin');
    localStorage.setItem(`bulk-job:${me.member.id}`, JSON.stringify(crypto.randomUUID()));
    answerUsers(people(3));
    answerJob({ state: 'done', changed: 3, skipped: { self: 1, 'last-admin': 1 } });
    const page = await renderPage('/users');
    await expect.element(line(page).getByText('3 verified, 2 skipped: 1 yourself, 1 the last admin')).toBeVisible();
    await page.getByRole('button', { name: 'Close the last bulk action' }).click();
    await expect.element(line(page)).not.toBeInTheDocument();
  });
});

describe('DELETE SELECTED', () => {
  const pickAll = async (page: Page, count: string) => {
    await page.getByRole('checkbox', { name: 'Select Person 0', exact: true }).click();
    await page.getByRole('button', { name: `Select all ${count} matching` }).click();
    await page.getByRole('button', { name: 'DELETE SELECTED' }).click();
  };

  test('F092: up to a hundred by one click on a button that says how many', async () => {
    signedInAs('admin');
    answerUsers(people(100));
    const { sent } = answerJob({ action: 'delete', total: 100 });
    const page = await renderPage('/users');
    await pickAll(page, '100');
    await page.getByRole('button', { name: 'Delete 100 users' }).click();
    await expect.poll(() => sent).toEqual([{ action: 'delete', where: { filter: {} } }]);
  });

  test('F092: above a hundred the word has to be typed', async () => {
    signedInAs('admin');
    answerUsers(people(101));
    const { sent } = answerJob({ action: 'delete', total: 101 });
    const page = await renderPage('/users');
    await pickAll(page, '101');
    const button = page.getByRole('button', { name: 'Delete 101 users' });
    await expect.element(button).toBeDisabled();
    await page.getByRole('textbox', { name: 'Type DELETE to confirm' }).fill('delete');
    await button.click();
    await expect.poll(() => sent.length).toBe(1);
  });

  test('a job that stops half-way says how far it came, and what is done can be undone', async () => {
    const me = signedInAs('admin');
    localStorage.setItem(`bulk-job:${me.member.id}`, JSON.stringify(crypto.randomUUID()));
    answerUsers(people(3));
    answerJob({ action: 'delete', state: 'failed', total: 300, done: 120, changed: 120 });
    const page = await renderPage('/users');
    await expect.element(line(page).getByText('Stopped after 120 of 300: 120 deleted')).toBeVisible();
    await expect.element(line(page).getByRole('button', { name: 'Undo' })).toBeVisible();
  });
});
