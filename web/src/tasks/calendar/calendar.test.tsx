import { expect, test } from 'vitest';
import { page as screen } from 'vitest/browser';
import { memberRoutes } from '#domain/members/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { answer } from '#web/testing/answer.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

function answerCalendar(...tasks: Task[]) {
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(memberRoutes.colleagues, { items: [] });
  answer(taskRoutes.count, { count: tasks.length, isCapped: false });
  answer(taskRoutes.list, ({ query: { dueFrom = '', dueTo = '9' } }) => ({
    items: tasks.filter(({ dueOn }) => dueOn !== null && dueOn >= dueFrom && dueOn <= dueTo),
    nextCursor: null,
  }));
}

test('F160 a task stands on the day it is due; the next month is one step away and in the address', async () => {
  signedInAs('admin');
  answerCalendar(
    make.task({ title: 'Ring resize', dueOn: '2026-11-20' }),
    make.task({ title: 'Engraving', dueOn: '2026-12-24' }),
  );
  const page = await renderPage('/tasks?view=calendar&month=2026-11');

  const day = page.getByRole('cell', { name: /Ring resize/ });
  await expect.element(day.getByLabelText('20 November')).toBeVisible();
  await page.getByRole('button', { name: 'Next month' }).click();
  await expect.element(page.getByRole('heading', { name: 'December 2026' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Engraving/ })).toBeVisible();
  expect(page.path()).toContain('month=2026-12');
});

test('a full day shows three tasks and opens the rest', async () => {
  signedInAs('admin');
  answerCalendar(...Array.from({ length: 7 }, (_, n) => make.task({ title: `Job ${n}`, dueOn: '2026-11-20' })));
  const page = await renderPage('/tasks?view=calendar&month=2026-11');

  await page.getByRole('button', { name: '4 more' }).click();
  await expect.element(screen.getByRole('dialog', { name: '20 November' }).getByText('Job 6')).toBeVisible();
});

test('on a phone the days with something due stand one below the other', async () => {
  await screen.viewport(390, 844);
  signedInAs('employee');
  answerCalendar(make.task({ title: 'Ring resize', dueOn: '2026-11-20' }));
  const page = await renderPage('/tasks?view=calendar&month=2026-11');

  await expect.element(page.getByRole('listitem').getByRole('link', { name: /Ring resize/ })).toBeVisible();
});
