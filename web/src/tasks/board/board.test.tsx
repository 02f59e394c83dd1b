import { describe, expect, test } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { answer } from '#web/testing/answer.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

/** A business whose server keeps what is sent to it. */
function answerBoard(...tasks: Task[]) {
  const stored = new Map(tasks.map((task) => [task.id, task]));
  const found = (query: { status?: string[] | undefined }) =>
    [...stored.values()].filter(({ status }) => !query.status || query.status.includes(status));
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(memberRoutes.colleagues, { items: [] });
  answer(taskRoutes.list, ({ query }) => ({ items: found(query), nextCursor: null }));
  answer(taskRoutes.count, ({ query }) => ({ count: found(query).length, isCapped: false }));
  const set = (taskId: string, status: Task['status']): Task => {
    const next = { ...stored.get(taskId)!, status, version: `"${crypto.randomUUID()}"` };
    stored.set(taskId, next);
    return next;
  };
  answer(taskRoutes.changeStatus, ({ params, body }) => set(params.taskId, body.status));
  answer(taskRoutes.verify, ({ params }) => set(params.taskId, 'pending'));
  return stored;
}

const lane = (page: Awaited<ReturnType<typeof renderPage>>, name: string) =>
  page.getByRole('region', { name, exact: true });

describe('F162 F169 the board', () => {
  test('each task stands in the lane of its status, which says how many there are', async () => {
    signedInAs('admin');
    answerBoard(make.task({ title: 'Ring resize' }), make.task({ title: 'Engraving', status: 'in-progress' }));
    const page = await renderPage('/tasks?view=board');

    await expect.element(lane(page, 'Pending').getByText('Ring resize')).toBeVisible();
    await expect.element(lane(page, 'In progress').getByText('Engraving')).toBeVisible();
    await expect.element(lane(page, 'Completed').getByText('Nothing here')).toBeVisible();
  });

  test('a card is moved by its menu, and the move can be taken back', async () => {
    signedInAs('admin');
    answerBoard(make.task({ title: 'Ring resize' }));
    const page = await renderPage('/tasks?view=board');

    await page.getByRole('button', { name: 'More about Ring resize' }).click();
    await page.getByRole('menuitem', { name: 'In progress' }).click();
    await expect.element(lane(page, 'In progress').getByText('Ring resize')).toBeVisible();

    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(lane(page, 'Pending').getByText('Ring resize')).toBeVisible();
  });

  test('a card is moved by keys: Space lifts, the arrow moves, Space drops', async () => {
    signedInAs('admin');
    const task = make.task({ title: 'Ring resize' });
    const stored = answerBoard(task);
    const page = await renderPage('/tasks?view=board');

    const card = page.getByRole('group', { name: /^Ring resize/ });
    await expect.element(card).toBeVisible();
    (card.element() as HTMLElement).focus();
    await userEvent.keyboard('[Space]');
    await expect.element(screen.getByText('Ring resize is lifted.')).toBeInTheDocument();
    await userEvent.keyboard('[ArrowRight]');
    await expect.element(screen.getByText('Ring resize is over In progress.')).toBeInTheDocument();
    await userEvent.keyboard('[Space]');

    await expect.element(lane(page, 'In progress').getByText('Ring resize')).toBeVisible();
    await expect.poll(() => stored.get(task.id)?.status).toBe('in-progress');
  });

  test('F168 a request that goes to Pending is verified, and there is no way back', async () => {
    signedInAs('manager');
    answerBoard(make.task({ title: 'Two wedding bands', status: 'requested' }));
    const page = await renderPage('/tasks?view=board');

    await page.getByRole('button', { name: 'More about Two wedding bands' }).click();
    await page.getByRole('menuitem', { name: 'Pending' }).click();
    await expect.element(lane(page, 'Pending').getByText('Two wedding bands')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  test('a card is moved on before the lanes are read again', async () => {
    signedInAs('admin');
    const task = make.task({ title: 'Ring resize' });
    answerBoard(task);
    const sent: string[] = [];
    answer(taskRoutes.changeStatus, ({ body }) => {
      sent.push(body.version);
      // From now on no lane is answered.
      answer(taskRoutes.list, () => new Promise<never>(() => undefined));
      return { ...task, status: body.status, version: `after ${body.status}` };
    });
    const page = await renderPage('/tasks?view=board');
    for (const to of ['In progress', 'Completed']) {
      await page.getByRole('button', { name: 'More about Ring resize' }).click();
      await page.getByRole('menuitem', { name: to }).click();
      await expect.element(lane(page, to).getByText('Ring resize')).toBeVisible();
    }
    await expect.poll(() => sent).toEqual([task.version, 'after in-progress']);
  });

  test('a move the server refuses goes back and says why', async () => {
    signedInAs('admin');
    answerBoard(make.task({ title: 'Ring resize' }));
    answer(taskRoutes.changeStatus, () => {
      throw problems.changedMeanwhile('The task');
    });
    const page = await renderPage('/tasks?view=board');

    await page.getByRole('button', { name: 'More about Ring resize' }).click();
    await page.getByRole('menuitem', { name: 'Completed' }).click();
    await expect.element(screen.getByText('The task was changed by somebody else')).toBeVisible();
    await expect.element(lane(page, 'Pending').getByText('Ring resize')).toBeVisible();
  });
});
