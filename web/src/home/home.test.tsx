import { describe, expect, test } from 'vitest';
import { forecastRoutes } from '#domain/forecasts/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { trendRoutes } from '#domain/trends/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { makeForecasted } from '#domain/forecasts/testing/make-forecasted.ts';
import { make } from '#web/testing/make.ts';
import { makeScored, makeSummary } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const leila = make.user({ name: 'Leila Hashemian', role: 'customer', status: 'profile-submitted' });

describe("the admin's Home", () => {
  test('a new business is told to share its address', async () => {
    signedInAs('admin');
    answerEmptyHome();
    const page = await renderPage('/home');
    await expect.element(page.getByRole('heading', { name: 'Share this address with your customers' })).toBeVisible();
    await expect.element(page.getByText('Nobody is waiting.')).toBeVisible();
  });

  test('F066 shows who waits, and one click verifies', async () => {
    signedInAs('admin');
    answerEmptyHome();
    answer(memberRoutes.list, { items: [leila], nextCursor: null });
    answer(memberRoutes.verify, () => {
      answer(memberRoutes.list, { items: [], nextCursor: null });
      return make.user({ ...leila, status: 'verified' });
    });
    const page = await renderPage('/home');
    await expect.element(page.getByText(/· 1 waiting/)).toBeVisible();

    await page.getByRole('button', { name: 'Verify Leila Hashemian' }).click();
    await expect.element(page.getByText('Leila Hashemian is verified')).toBeVisible();
    await expect.element(page.getByText(/· 0 waiting/)).toBeVisible();
  });

  test('shows open tasks with their room, and recent payments', async () => {
    signedInAs('admin');
    answerEmptyHome();
    const task = make.task();
    answer(taskRoutes.list, {
      items: [task, make.task({ title: 'Long done', status: 'completed' })],
      nextCursor: null,
    });
    answer(paymentRoutes.list, { items: [make.payment()], nextCursor: null });
    const page = await renderPage('/home');

    await expect
      .element(page.getByRole('link', { name: 'Ring resize, N to P' }))
      .toHaveAttribute('href', `/tasks/${task.id}`);
    await expect.element(page.getByText('Long done')).not.toBeInTheDocument();
    await expect.element(page.getByText('$100.00')).toBeVisible();
  });

  test('F333 says what the next year is expected to bring, who is likely lost, and which segments grew', async () => {
    signedInAs('admin');
    answerEmptyHome();
    answer(segmentRoutes.summary, makeSummary({ Champions: 12, 'At Risk': 3 }));
    answer(trendRoutes.movement, { since: '2026-11-15', segments: [{ segment: 'Champions', in: 6, out: 2 }] });
    const greta = makeScored({ name: 'Greta Vanholt', recencyDays: 412 });
    const gone = { expectedPurchases: 0.1, value: 120, basis: 'model', chanceAlive: 0.1, isGone: true } as const;
    answer(forecastRoutes.read, {
      forecast: makeForecasted({ expectedPurchases: 812.4, expectedValue: 4_218_000 }),
      best: [],
      leaving: [{ ...greta, forecast: gone }],
    });
    const page = await renderPage('/home');
    const next = page.getByRole('region', { name: 'Next 12 months' });
    await expect.element(next.getByText('$42,180.00')).toBeVisible();
    await expect.element(next.getByText('812 purchases')).toBeVisible();
    await expect.element(next.getByText('Likely lost: 412 days silent')).toBeVisible();
    await expect
      .element(next.getByRole('link', { name: 'Greta Vanholt' }))
      .toHaveAttribute('href', `/segments?customer=${greta.id}`);
    const segments = page.getByRole('region', { name: 'Segments' });
    await expect
      .element(segments.getByRole('listitem').filter({ hasText: 'Champions' }))
      .toHaveTextContent('Champions12+4 this week');
  });

  test('one card that fails leaves the others whole', async () => {
    signedInAs('admin');
    answerEmptyHome();
    answer(paymentRoutes.list, () => {
      throw problems.forbidden();
    });
    const page = await renderPage('/home');
    const payments = page.getByRole('region', { name: 'Recent payments' });
    await expect.element(payments.getByRole('button', { name: 'Retry' })).toBeVisible();
    await expect.element(page.getByText('Nobody is waiting.')).toBeVisible();
  });
});

test('the manager sees the same without verifying', async () => {
  signedInAs('manager');
  answerEmptyHome();
  const page = await renderPage('/home');
  await expect.element(page.getByRole('region', { name: 'Open tasks' })).toBeVisible();
  await expect.element(page.getByRole('region', { name: 'Recent payments' })).toBeVisible();
  await expect.element(page.getByText('Waiting to verify')).not.toBeInTheDocument();
});

test('the employee sees their own tasks and nothing of the money', async () => {
  signedInAs('employee');
  answerEmptyHome();
  answer(taskRoutes.list, { items: [make.task()], nextCursor: null });
  const page = await renderPage('/home');
  const mine = page.getByRole('region', { name: 'My tasks' });
  await expect.element(mine.getByRole('link', { name: 'Ring resize, N to P' })).toBeVisible();
  await expect.element(page.getByText('Recent payments')).not.toBeInTheDocument();
});
