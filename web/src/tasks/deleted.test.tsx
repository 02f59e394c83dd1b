import { expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerTasks } from '#web/testing/answer-tasks.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const deleted = () => make.task({ title: 'Ring resize', deletedAt: '2026-11-19T10:00:00.000Z' });

test('Q11: leaders find what was deleted, and restore it', async () => {
  signedInAs('manager');
  const stored = answerTasks(deleted(), make.task({ title: 'Engraving' }));
  const page = await renderPage('/tasks');
  await page.getByRole('button', { name: 'More about tasks' }).click();
  await page.getByRole('menuitem', { name: 'Deleted tasks' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Deleted tasks' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: 'Engraving' })).not.toBeInTheDocument();

  await page.getByRole('button', { name: 'Restore Ring resize' }).click();
  await expect.element(page.getByText('Task restored')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Nothing was deleted in the last 30 days' })).toBeVisible();
  expect(stored.tasks[0]?.deletedAt).toBeNull();
});

test('a restore that is refused says why, and the task stays in the trash', async () => {
  signedInAs('admin');
  answerTasks(deleted());
  answer(taskRoutes.restore, () => {
    throw problems.notFound('The task');
  });
  const page = await renderPage('/tasks/deleted');
  await page.getByRole('button', { name: 'Restore Ring resize' }).click();
  await expect.element(page.getByRole('alert').getByText('The task was not found')).toBeVisible();
  await expect.element(page.getByRole('cell', { name: 'Ring resize' })).toBeVisible();
});

test('the trash is not open to an employee', async () => {
  signedInAs('employee');
  const page = await renderPage('/tasks/deleted');
  await expect.element(page.getByRole('heading', { name: 'This page is not open to you' })).toBeVisible();
});
