import { describe, expect, test } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { customerRoutes } from '#domain/customers/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { answer } from '#web/testing/answer.ts';
import { answerTasks } from '#web/testing/answer-tasks.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const first = (change: Partial<Task> = {}) => make.task({ title: 'Ring resize', ...change });
const second = (change: Partial<Task> = {}) => make.task({ title: 'Engraving', ...change });

async function openPeek(tasks: Task[]) {
  signedInAs('admin');
  const stored = answerTasks(...tasks);
  const page = await renderPage(`/tasks?peek=${tasks[0]!.id}`);
  const drawer = page.getByRole('dialog', { name: tasks[0]!.title });
  await expect.element(drawer).toBeVisible();
  return { page, drawer, stored };
}

describe('a row opens beside the list', () => {
  test('a click opens it, the address says so, and the focus goes in and back', async () => {
    signedInAs('admin');
    const task = first();
    answerTasks(task, second());
    const page = await renderPage('/tasks');
    const row = page.getByRole('link', { name: 'Ring resize', exact: true });

    await row.click();
    const drawer = page.getByRole('dialog', { name: 'Ring resize' });
    await expect.element(drawer).toHaveFocus();
    expect(page.path()).toBe(`/tasks?peek=${task.id}`);

    await userEvent.keyboard('{Escape}');
    await expect.element(drawer).not.toBeInTheDocument();
    await expect.element(row).toHaveFocus();
    expect(page.path()).toBe('/tasks');
  });

  test('Up and Down walk the rows while it is open, and end at the ends', async () => {
    const { page } = await openPeek([first(), second()]);
    await userEvent.keyboard('{ArrowDown}');
    const next = page.getByRole('dialog', { name: 'Engraving' });
    await expect.element(next).toBeVisible();
    await expect.element(next.getByRole('button', { name: 'Next task' })).toBeDisabled();
    await userEvent.keyboard('{ArrowDown}');
    await next.getByRole('button', { name: 'Previous task' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Ring resize' })).toBeVisible();
  });

  test('Ctrl+click and a double click lead to its page', async () => {
    signedInAs('admin');
    const task = first();
    answerTasks(task);
    const page = await renderPage('/tasks');
    const row = page.getByRole('link', { name: 'Ring resize', exact: true });
    await expect.element(row).toHaveAttribute('href', `/tasks/${task.id}`);
    // The room itself is not what this is about.
    answer(taskRoutes.get, () => {
      throw problems.notFound('The task');
    });
    await row.dblClick();
    await expect.poll(page.path).toBe(`/tasks/${task.id}`);
  });

  test('F169: it tells what happened to the task', async () => {
    const { drawer } = await openPeek([first()]);
    await expect
      .element(drawer.getByRole('region', { name: 'History' }).getByText('Dipika asked for this task'))
      .toBeVisible();
  });

  test('a task that is gone says so', async () => {
    signedInAs('admin');
    answerTasks(first());
    const page = await renderPage(`/tasks?peek=${crypto.randomUUID()}`);
    await expect.element(page.getByRole('heading', { name: 'This task is not here' })).toBeVisible();
  });

  test('on a phone it is the whole page', async () => {
    await screen.viewport(390, 844);
    const { drawer } = await openPeek([first()]);
    expect(drawer.element().getBoundingClientRect().width).toBe(390);
    await drawer.getByRole('button', { name: 'Close' }).click();
    await expect.element(drawer).not.toBeInTheDocument();
  });
});

describe('mending in place', () => {
  test('F171: Enter saves the title, and the list shows it', async () => {
    const { page, drawer } = await openPeek([first()]);
    await drawer.getByRole('button', { name: 'Edit title: Ring resize' }).click();
    await drawer.getByLabelText('Title').fill('Ring resize, N to P');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Ring resize, N to P', exact: true })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Edit title: Ring resize, N to P' })).toHaveFocus();
  });

  test('Esc takes it back and leaves the drawer open', async () => {
    const { drawer } = await openPeek([first({ description: 'The blue one.' })]);
    await drawer.getByRole('button', { name: /Edit description/ }).click();
    await drawer.getByLabelText('Description').fill('The red one.');
    await userEvent.keyboard('{Escape}');
    await expect.element(drawer.getByRole('button', { name: 'Edit description: The blue one.' })).toBeVisible();
  });

  test('what is wrong stands under the field, with what was typed', async () => {
    const { drawer } = await openPeek([first()]);
    await drawer.getByRole('button', { name: /Edit title/ }).click();
    const title = drawer.getByLabelText('Title');
    await title.fill('');
    await userEvent.keyboard('{Enter}');
    await expect.element(drawer.getByText('Please fill this in')).toBeVisible();

    answer(taskRoutes.change, () => {
      throw problems.invalid([{ pointer: '/body/title', detail: 'Contains characters that are not allowed' }]);
    });
    await title.fill('Polish');
    await userEvent.keyboard('{Enter}');
    await expect.element(drawer.getByText('Contains characters that are not allowed')).toBeVisible();
    await expect.element(title).toHaveValue('Polish');
  });

  /** Somebody else saves while the field is open, and the page does not know yet. */
  const changedBy = (stored: { tasks: Task[] }, change: Partial<Task>) => {
    stored.tasks = stored.tasks.map((task) => ({ ...task, ...change, version: '"7"' }));
  };

  test('both values stand side by side when somebody else was faster, and what was typed can be kept', async () => {
    const { page, drawer, stored } = await openPeek([first()]);
    await drawer.getByRole('button', { name: /Edit title/ }).click();
    await drawer.getByLabelText('Title').fill('Ring, N to P');
    changedBy(stored, { title: 'Ring, N to Q' });
    await userEvent.keyboard('{Enter}');
    const conflict = page.getByRole('dialog', { name: 'Ring, N to Q was changed by somebody else' });
    await expect.element(conflict.getByRole('row', { name: 'Title Ring, N to Q Ring, N to P' })).toBeVisible();
    await conflict.getByRole('button', { name: 'Save what I typed' }).click();
    await expect.element(page.getByRole('link', { name: 'Ring, N to P', exact: true })).toBeVisible();
  });

  test('what somebody else changed in another field stands beside it', async () => {
    const { page, drawer, stored } = await openPeek([first()]);
    await drawer.getByRole('button', { name: /Edit title/ }).click();
    await drawer.getByLabelText('Title').fill('Ring, N to P');
    changedBy(stored, { description: 'The red one.' });
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
    expect(stored.tasks[0]).toMatchObject({ title: 'Ring, N to P', description: 'The red one.' });
  });

  test('F160: the due day, and taking it away', async () => {
    const { page, drawer, stored } = await openPeek([first({ dueOn: '2026-11-28' })]);
    await drawer.getByRole('button', { name: 'Edit due day: 28 Nov' }).click();
    await drawer.getByLabelText('Due').fill('');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
    expect(stored.tasks[0]?.dueOn).toBeNull();
  });

  test('F163: staff give it to another customer', async () => {
    const { page, drawer } = await openPeek([first()]);
    const amara = makeScored({ name: 'Amara Tindall', email: 'amara@example.com' });
    answer(customerRoutes.list, { items: [amara], nextCursor: null });
    answer(taskRoutes.change, ({ body }) => {
      expect(body.customerId).toBe(amara.id);
      return first({ customer: { id: amara.id, name: amara.name, email: 'amara@example.com' } });
    });
    await drawer.getByRole('button', { name: 'Edit customer: Dipika Sarraf' }).click();
    await page.getByRole('option', { name: /Amara Tindall/ }).click();
    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
  });
});

describe('what can be done with it', () => {
  test('Q08: the status, at once, and back when it is refused', async () => {
    const { page, drawer } = await openPeek([first({ status: 'pending' })]);
    const answered = Promise.withResolvers<void>();
    answer(taskRoutes.changeStatus, async () => {
      await answered.promise;
      throw problems.busy(1);
    });
    await drawer.getByRole('button', { name: 'Status: Pending' }).click();
    expect(
      page
        .getByRole('menuitem')
        .elements()
        .map(({ textContent }) => textContent),
    ).toEqual(['In progress', 'Completed', 'Cancelled']);
    await page.getByRole('menuitem', { name: 'Completed' }).click();
    await expect.element(page.getByRole('cell', { name: 'Completed' })).toBeVisible();
    answered.resolve();
    await expect.element(drawer.getByRole('alert').getByText(/^StarOne cannot answer right now/)).toBeVisible();
    await expect.element(page.getByRole('cell', { name: 'Pending' })).toBeVisible();
  });

  test('F168: a request is verified', async () => {
    const { page, drawer } = await openPeek([first({ status: 'requested' })]);
    await drawer.getByRole('button', { name: 'Verify', exact: true }).click();
    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
    await expect.element(drawer.getByRole('button', { name: 'Status: Pending' })).toBeVisible();
    expect(drawer.getByRole('button', { name: 'Verify', exact: true }).elements()).toEqual([]);
  });

  test('Q10 F164: assigning offers the account’s owner first, and says why', async () => {
    const { page, drawer, stored } = await openPeek([first()]);
    await drawer.getByRole('button', { name: 'Assign', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Assign task' });
    await dialog.getByRole('combobox', { name: 'Employee' }).click();
    const offered = page.getByRole('option');
    await expect
      .element(offered.first())
      .toHaveTextContent('RLRhea Lindqvistrhea@example.com4 open, looks after Dipika');
    await offered.first().click();
    await dialog.getByRole('button', { name: 'ASSIGN TASK' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByRole('cell', { name: 'Rhea Lindqvist' })).toBeVisible();
    expect(stored.tasks[0]?.employee?.id).toBe(stored.rhea.id);
  });

  test('Q11 F172: deleting says so, and can be taken back', async () => {
    const { page, drawer, stored } = await openPeek([first(), second()]);
    await drawer.getByRole('button', { name: 'Actions for Ring resize' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect.element(page.getByText(/^Task and associated messages deleted/)).toBeVisible();
    await expect.element(drawer).not.toBeInTheDocument();
    await expect.element(page.getByRole('link', { name: 'Ring resize', exact: true })).not.toBeInTheDocument();

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByRole('link', { name: 'Ring resize', exact: true })).toBeVisible();
    expect(stored.tasks[0]?.deletedAt).toBeNull();
  });

  test('W21: a delete that is refused is no success: it brings the row back and says why', async () => {
    const { page, drawer } = await openPeek([first(), second()]);
    answer(taskRoutes.remove, () => {
      throw problems.busy(1);
    });
    await drawer.getByRole('button', { name: 'Actions for Ring resize' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect.element(page.getByRole('alert').getByText('StarOne cannot answer right now')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Ring resize', exact: true })).toBeVisible();
  });

  test('F166: the room is one click away, from the drawer and from the row', async () => {
    const mine = first({ employee: { id: crypto.randomUUID(), name: 'Tomas Abara', email: 'tomas@example.com' } });
    const { page, drawer } = await openPeek([mine]);
    for (const link of [
      drawer.getByRole('link', { name: 'Open the room' }),
      page.getByRole('link', { name: 'Open the room of Ring resize' }),
    ]) {
      await expect.element(link).toHaveAttribute('href', `/tasks/${mine.id}`);
    }
  });

  test('F167: an employee gives their own task to a colleague, and it leaves their list', async () => {
    const me = signedInAs('employee', { name: 'Jonah Pell' });
    const { id, name, email } = me.member;
    const task = first({ employee: { id, name, email } });
    const stored = answerTasks(task);
    const page = await renderPage(`/tasks?peek=${task.id}`);
    await page.getByRole('button', { name: 'Edit employee: Jonah Pell' }).click();
    const dialog = page.getByRole('dialog', { name: 'Assign task' });
    await dialog.getByRole('combobox', { name: 'Employee' }).click();
    await page.getByRole('option', { name: /Tomas Abara/ }).click();
    answer(taskRoutes.list, { items: [], nextCursor: null });
    await dialog.getByRole('button', { name: 'ASSIGN TASK' }).click();
    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(stored.tasks[0]?.employee?.id).toBe(stored.tomas.id);
  });

  test('an employee neither verifies nor deletes', async () => {
    const me = signedInAs('employee', { name: 'Jonah Pell' });
    const { id, name, email } = me.member;
    const task = first({ employee: { id, name, email } });
    answerTasks(task);
    const page = await renderPage(`/tasks?peek=${task.id}`);
    await page.getByRole('button', { name: 'Actions for Ring resize' }).click();
    await expect.element(page.getByRole('menuitem', { name: 'Edit' })).toBeVisible();
    expect(
      page
        .getByRole('menuitem')
        .elements()
        .map(({ textContent }) => textContent),
    ).toEqual(['Edit', 'Assign']);
  });
});

describe('by keyboard', () => {
  async function onRow(task = first()) {
    signedInAs('admin');
    const stored = answerTasks(task, second());
    const page = await renderPage('/tasks');
    await expect.element(page.getByRole('link', { name: 'Ring resize', exact: true })).toBeVisible();
    await userEvent.keyboard('j');
    await expect.element(page.getByRole('link', { name: 'Ring resize', exact: true })).toHaveFocus();
    return { page, stored };
  }

  test('j and Enter open a row, Esc closes it', async () => {
    const { page } = await onRow();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog', { name: 'Ring resize' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('e mends the title of the row', async () => {
    const { page } = await onRow();
    await userEvent.keyboard('e');
    await expect.element(page.getByRole('dialog').getByLabelText('Title')).toHaveFocus();
    // The letter itself is not typed into the field.
    await expect.element(page.getByRole('dialog').getByLabelText('Title')).toHaveValue('Ring resize');
  });

  test('a assigns the row', async () => {
    const { page } = await onRow();
    await userEvent.keyboard('a');
    await expect.element(page.getByRole('dialog', { name: 'Assign task' }).getByRole('combobox')).toHaveFocus();
  });

  test('s sets its status', async () => {
    const { page } = await onRow();
    await userEvent.keyboard('s');
    await page.getByRole('menuitem', { name: 'In progress' }).click();
    await expect.element(page.getByRole('cell', { name: 'In progress' })).toBeVisible();
  });

  test('c creates, and / searches', async () => {
    const { page } = await onRow();
    await userEvent.keyboard('/');
    await expect.element(page.getByRole('searchbox', { name: 'Search tasks' })).toHaveFocus();
    page.getByRole('searchbox', { name: 'Search tasks' }).element().blur();
    await userEvent.keyboard('c');
    await expect.element(page.getByRole('dialog', { name: 'Create task' })).toBeVisible();
  });
});
