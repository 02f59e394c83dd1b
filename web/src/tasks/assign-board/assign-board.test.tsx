import { describe, expect, test } from 'vitest';
import { page as screen } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { answer } from '#web/testing/answer.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const rhea = { id: crypto.randomUUID(), name: 'Rhea Lindqvist', email: 'rhea@example.com', role: 'employee' as const };
const tomas = { id: crypto.randomUUID(), name: 'Tomas Abara', email: 'tomas@example.com', role: 'employee' as const };

/** A business whose server keeps what is sent to it. */
function answerBoard(...tasks: Task[]) {
  const stored = new Map(tasks.map((task) => [task.id, task]));
  const found = (query: { employeeId?: string | undefined; q?: string | undefined }) =>
    [...stored.values()].filter(
      ({ employee, title }) =>
        (!query.employeeId || (employee?.id ?? 'none') === query.employeeId) && (!query.q || title.includes(query.q)),
    );
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(memberRoutes.colleagues, { items: [rhea, tomas] });
  answer(taskRoutes.list, ({ query }) => ({ items: found(query), nextCursor: null }));
  answer(taskRoutes.get, ({ params }) => stored.get(params.taskId)!);
  answer(taskRoutes.count, ({ query }) => ({ count: found(query).length, isCapped: false }));
  const set = (taskId: string, employee: Task['employee']): Task => {
    const next = { ...stored.get(taskId)!, employee, version: `"${crypto.randomUUID()}"` };
    stored.set(taskId, next);
    return next;
  };
  answer(taskRoutes.assign, ({ params, body }) =>
    set(
      params.taskId,
      [rhea, tomas].find(({ id }) => id === body.employeeId)!,
    ),
  );
  answer(taskRoutes.unassign, ({ params }) => set(params.taskId, null));
  return stored;
}

type Page = Awaited<ReturnType<typeof renderPage>>;
const at = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
async function give(page: Page, title: string, to: RegExp) {
  await page.getByRole('button', { name: new RegExp(`^(Assign|Move) ${title}`) }).click();
  await screen.getByRole('menuitem', { name: to }).click();
}

describe('the assignment board', () => {
  test('F146 F164 a task is given to somebody, marked as pending, and saved', async () => {
    signedInAs('admin');
    const task = make.task({ title: 'Ring resize' });
    const stored = answerBoard(task);
    const page = await renderPage('/tasks?view=assign');

    await expect.element(page.getByText('Available Tasks (1)')).toBeVisible();
    await give(page, 'Ring resize', /Rhea/);
    await expect.element(at(page, 'Rhea Lindqvist').getByText('Pending Save')).toBeVisible();
    expect(stored.get(task.id)!.employee).toBeNull();

    await page.getByRole('button', { name: 'Save Changes' }).click();
    await expect.element(screen.getByText('1 change saved')).toBeVisible();
    await expect.element(at(page, 'Rhea Lindqvist').getByText('Assigned')).toBeVisible();
    expect(stored.get(task.id)!.employee?.id).toBe(rhea.id);
  });

  test('W21 a task goes back to the available ones, and that is saved too', async () => {
    signedInAs('manager');
    const task = make.task({ title: 'Ring resize', employee: rhea });
    const stored = answerBoard(task);
    const page = await renderPage('/tasks?view=assign');

    await give(page, 'Ring resize', /Back to available/);
    await page.getByRole('button', { name: 'Save Changes' }).click();
    await expect.element(at(page, 'Available Tasks').getByText('Ring resize')).toBeVisible();
    await expect.poll(() => stored.get(task.id)!.employee).toBeNull();
  });

  test('W21 a refused change is not counted as saved: it stays, with its reason', async () => {
    signedInAs('admin');
    const task = make.task({ title: 'Ring resize' });
    const stored = answerBoard(task);
    const version = '"by somebody else"';
    answer(taskRoutes.assign, ({ body }) => {
      if (body.version !== version) throw problems.changedMeanwhile('The task');
      stored.set(task.id, { ...task, employee: rhea, version: '"3"' });
      return stored.get(task.id)!;
    });
    const page = await renderPage('/tasks?view=assign');
    await expect.element(page.getByText('Available Tasks (1)')).toBeVisible();
    stored.set(task.id, { ...task, version });

    await give(page, 'Ring resize', /Rhea/);
    await page.getByRole('button', { name: 'Save Changes' }).click();
    await expect.element(page.getByText('Not saved: The task was changed by somebody else')).toBeVisible();
    await expect.element(page.getByText('1 change not saved, 1 refused')).toBeVisible();
    await expect.element(screen.getByText(/saved$/)).not.toBeInTheDocument();

    // It was read again: the next try goes through.
    await page.getByRole('button', { name: 'Save Changes' }).click();
    await expect.element(screen.getByText('1 change saved')).toBeVisible();
  });

  test('Discard Changes puts everything where it was', async () => {
    signedInAs('admin');
    answerBoard(make.task({ title: 'Ring resize' }));
    const page = await renderPage('/tasks?view=assign');

    await give(page, 'Ring resize', /Tomas/);
    await page.getByRole('button', { name: 'Discard Changes' }).click();
    await expect.element(at(page, 'Available Tasks').getByText('Ring resize')).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Changes' })).not.toBeInTheDocument();
  });

  test('whoever leaves with unsaved changes is asked first', async () => {
    signedInAs('admin');
    answerBoard(make.task({ title: 'Ring resize' }));
    const page = await renderPage('/tasks?view=assign');

    await give(page, 'Ring resize', /Tomas/);
    await page.getByText('Calendar', { exact: true }).click();
    const question = screen.getByRole('dialog', { name: 'Leave the board?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(at(page, 'Tomas Abara').getByText('Ring resize')).toBeVisible();

    await page.getByText('Calendar', { exact: true }).click();
    await question.getByRole('button', { name: 'Leave without saving' }).click();
    await expect.element(page.getByRole('table', { name: 'Tasks by due day' })).toBeVisible();
  });

  test('both sides are searched', async () => {
    signedInAs('admin');
    answerBoard(make.task({ title: 'Ring resize' }), make.task({ title: 'Engraving' }));
    const page = await renderPage('/tasks?view=assign');

    await page.getByRole('searchbox', { name: 'Search Tasks' }).fill('Engr');
    await expect.element(at(page, 'Available Tasks').getByText('Ring resize')).not.toBeInTheDocument();
    await expect.element(at(page, 'Available Tasks').getByText('Engraving')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search Employees' }).fill('tom');
    await expect.element(at(page, 'Rhea Lindqvist')).not.toBeInTheDocument();
  });

  test('a colleague with many tasks shows five, and all when asked', async () => {
    signedInAs('admin');
    answerBoard(...Array.from({ length: 7 }, (_, n) => make.task({ title: `Job ${n}`, employee: rhea })));
    const page = await renderPage('/tasks?view=assign');

    await expect.element(at(page, 'Rhea Lindqvist').getByText('Job 4')).toBeVisible();
    await expect.element(at(page, 'Rhea Lindqvist').getByText('Job 6')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Show All (7)' }).click();
    await expect.element(at(page, 'Rhea Lindqvist').getByText('Job 6')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Show Less' })).toBeVisible();
  });
});
