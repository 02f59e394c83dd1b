import { describe, expect, test } from 'vitest';
import { page as screen } from 'vitest/browser';
import { customerRoutes } from '#domain/customers/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { make } from '#web/testing/make.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const rhea = { id: crypto.randomUUID(), name: 'Rhea Lindqvist', email: 'rhea@example.com', role: 'employee' as const };

function answerTasks(...tasks: Task[]) {
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(memberRoutes.colleagues, { items: [rhea] });
  answer(customerRoutes.list, { items: [], nextCursor: null });
  answer(taskRoutes.list, ({ query }) => ({
    items: tasks.filter(({ status }) => !query.status || query.status.includes(status)),
    nextCursor: null,
  }));
  answer(taskRoutes.get, ({ params }) => tasks.find(({ id }) => id === params.taskId)!);
}

const choose = async (page: Awaited<ReturnType<typeof renderPage>>, field: string, option: RegExp) => {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
};

describe('the tasks of a business', () => {
  test('F149 to F156: the columns stand in their order, then status and due', async () => {
    signedInAs('admin');
    answerTasks(make.task());
    const page = await renderPage('/tasks');

    const table = page.getByRole('table', { name: 'Tasks' });
    await expect.element(table).toBeVisible();
    expect([...table.element().querySelectorAll('th')].map((head) => head.textContent)).toEqual([
      'Title',
      'Description',
      'Customer',
      'Customer Email',
      'Employee Assigned',
      'Assigned Employee',
      'Created At',
      'Last Updated',
      'Status',
      'Due',
    ]);
  });

  test('F153 F154: without an employee the row says No and Unassigned', async () => {
    signedInAs('admin');
    answerTasks(make.task());
    const page = await renderPage('/tasks');

    await expect.element(page.getByRole('cell', { name: 'No', exact: true })).toBeVisible();
    await expect.element(page.getByRole('cell', { name: 'Unassigned' })).toBeVisible();
  });

  test('F145 F146 F147: ASSIGN TASK gives the chosen task to the chosen employee', async () => {
    signedInAs('admin');
    const task = make.task();
    answerTasks(task);
    answer(taskRoutes.assign, ({ params, body }) => {
      expect([params.taskId, body]).toEqual([task.id, { employeeId: rhea.id, version: task.version }]);
      return { ...task, employee: rhea };
    });
    const page = await renderPage('/tasks');

    await choose(page, 'Task', /Ring resize/);
    await choose(page, 'Employee', /Rhea/);
    await page.getByRole('button', { name: 'ASSIGN TASK' }).click();

    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
  });

  test('F168: "Verify and assign" of a request puts it in the panel and asks for the employee', async () => {
    signedInAs('manager');
    answerTasks(make.task({ status: 'requested' }));
    const page = await renderPage('/tasks');

    await page.getByRole('button', { name: /Verify and assign Ring resize/ }).click();

    await expect
      .element(page.getByRole('combobox', { name: 'Task' }))
      .toHaveValue('Ring resize, N to P · Dipika Sarraf');
    await expect.element(page.getByRole('combobox', { name: 'Employee' })).toHaveFocus();
    await expect.element(page.getByText(/Assigning it verifies it/)).toBeVisible();
  });

  test('a task that somebody else changed says so, keeps the choice and goes through the second time', async () => {
    signedInAs('admin');
    let stored = make.task();
    answerTasks(stored);
    answer(taskRoutes.list, () => ({ items: [stored], nextCursor: null }));
    answer(taskRoutes.get, () => stored);
    answer(taskRoutes.assign, ({ body }) => {
      if (body.version === stored.version && stored.version === '"2"') return stored;
      stored = { ...stored, version: '"2"' };
      throw problems.changedMeanwhile('The task');
    });
    const page = await renderPage(`/tasks?assign=${stored.id}`);
    await choose(page, 'Employee', /Rhea/);

    await page.getByRole('button', { name: 'ASSIGN TASK' }).click();
    await expect.element(page.getByRole('alert').getByText(/was changed by somebody else/)).toBeVisible();
    await expect
      .element(page.getByRole('combobox', { name: 'Employee' }))
      .toHaveValue('Rhea Lindqvist · rhea@example.com');

    await page.getByRole('button', { name: 'ASSIGN TASK' }).click();
    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
  });

  test('the status is a tab and stands in the address', async () => {
    signedInAs('admin');
    answerTasks(
      make.task({ title: 'Asked for', status: 'requested' }),
      make.task({ title: 'Under way', status: 'in-progress' }),
    );
    const page = await renderPage('/tasks');

    await page.getByRole('tab', { name: 'To verify' }).click();

    await expect.element(page.getByRole('link', { name: 'Under way' })).not.toBeInTheDocument();
    await expect.element(page.getByRole('link', { name: 'Asked for' })).toBeVisible();
    expect(page.path()).toBe('/tasks?status=requested');
  });
});

describe('a new task', () => {
  test('F148 F160 F163 F170: CREATE TASK asks whose it is, and says that it is created', async () => {
    signedInAs('admin');
    answerTasks();
    const customer = makeScored({ name: 'Amara Tindall', email: 'amara@example.com' });
    answer(customerRoutes.list, { items: [customer], nextCursor: null });
    answer(taskRoutes.create, ({ body }) => {
      expect(body).toEqual({
        title: 'Two wedding bands',
        description: '',
        dueOn: '2026-12-01',
        customerId: customer.id,
      });
      return make.task({ title: body.title });
    });
    const page = await renderPage('/tasks');

    await page.getByRole('button', { name: 'CREATE TASK' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Create task' });
    await dialog.getByLabelText('Title *').fill('Two wedding bands');
    await dialog.getByRole('button', { name: 'CREATE TASK' }).click();
    await expect.element(dialog.getByText('Please choose a customer')).toBeVisible();

    await dialog.getByRole('combobox', { name: 'Customer' }).click();
    await page.getByRole('option', { name: /Amara Tindall/ }).click();
    await dialog.getByLabelText('Due').fill('2026-12-01');
    await dialog.getByRole('button', { name: 'CREATE TASK' }).click();

    await expect.element(page.getByText('Task created successfully')).toBeVisible();
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test('W23 the second one in a row knows its customer like the first', async () => {
    signedInAs('admin');
    answerTasks();
    const customer = makeScored({ name: 'Amara Tindall' });
    answer(customerRoutes.list, { items: [customer], nextCursor: null });
    const sent: unknown[] = [];
    answer(taskRoutes.create, ({ body }) => {
      sent.push([body.title, body.customerId]);
      return make.task({ title: body.title });
    });
    const page = await renderPage('/tasks');

    for (const title of ['Two wedding bands', 'Ring resize']) {
      await page.getByRole('button', { name: 'CREATE TASK' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Create task' });
      await dialog.getByLabelText('Title *').fill(title);
      await dialog.getByRole('combobox', { name: 'Customer' }).click();
      await page.getByRole('option', { name: /Amara Tindall/ }).click();
      await dialog.getByRole('button', { name: 'CREATE TASK' }).click();
      await expect.element(dialog).not.toBeInTheDocument();
    }
    expect(sent).toEqual([
      ['Two wedding bands', customer.id],
      ['Ring resize', customer.id],
    ]);
  });

  test('what the server refuses stands under its field, and nothing typed is lost', async () => {
    signedInAs('employee');
    answerTasks(make.task());
    answer(taskRoutes.create, () => {
      throw problems.invalid([{ pointer: '/body/title', detail: 'Contains characters that are not allowed' }]);
    });
    const page = await renderPage('/tasks');

    await page.getByRole('button', { name: 'CREATE TASK' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create task' });
    await dialog.getByLabelText('Title *').fill('Polish');
    await dialog.getByRole('combobox', { name: 'Customer' }).click();
    await page.getByRole('option', { name: /Dipika Sarraf/ }).click();
    await dialog.getByRole('button', { name: 'CREATE TASK' }).click();

    await expect.element(dialog.getByText('Contains characters that are not allowed')).toBeVisible();
    await expect.element(dialog.getByLabelText('Title *')).toHaveValue('Polish');
  });
});

describe('an employee', () => {
  test('F165: sees their tasks without the assign panel', async () => {
    signedInAs('employee');
    answerTasks(make.task());
    const page = await renderPage('/tasks');

    await expect.element(page.getByRole('heading', { level: 1, name: 'My tasks' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Ring resize, N to P' })).toBeVisible();
    expect(page.getByRole('button', { name: 'ASSIGN TASK' }).elements()).toEqual([]);
  });

  test('without a customer of their own is not offered to create one', async () => {
    signedInAs('employee');
    answerTasks();
    const page = await renderPage('/tasks');

    await expect.element(page.getByRole('heading', { name: 'The first job goes here' })).toBeVisible();
    expect(page.getByRole('button', { name: 'CREATE TASK' }).elements()).toEqual([]);
  });
});

test('on a phone the tasks are cards and assigning opens from below', async () => {
  await screen.viewport(390, 844);
  signedInAs('admin');
  answerTasks(make.task({ status: 'requested' }));
  const page = await renderPage('/tasks');

  const card = page.getByRole('list', { name: 'Tasks' }).getByRole('listitem');
  await expect.element(card).toBeVisible();
  // No line of the card lies over another.
  const placeOf = (text: string) => card.getByText(text).element().getBoundingClientRect();
  expect(placeOf('Unassigned').top).toBeGreaterThanOrEqual(placeOf('Requested').bottom);
  await page.getByRole('button', { name: /Verify and assign/ }).click();
  await expect.element(page.getByRole('dialog').getByRole('combobox', { name: 'Employee' })).toBeVisible();
  await screen.viewport(1280, 800);
});
