import { describe, expect, test } from 'vitest';
import { page as screen } from 'vitest/browser';
import { customerRoutes } from '#domain/customers/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerTasks } from '#web/testing/answer-tasks.ts';
import { make } from '#web/testing/make.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

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

  test('whom and what one can choose is not asked for before it is wanted', async () => {
    signedInAs('admin');
    answerTasks(make.task());
    const asked: string[] = [];
    answer(memberRoutes.colleagues, () => {
      asked.push('colleagues');
      return { items: [] };
    });
    const here = Promise.withResolvers<void>();
    answer(customerRoutes.list, async () => {
      asked.push('customers');
      await here.promise;
      return { items: [], nextCursor: null };
    });
    const page = await renderPage('/tasks');
    await expect.element(page.getByRole('cell', { name: 'No', exact: true })).toBeVisible();
    expect(asked).toEqual([]);
    await page.getByRole('button', { name: /^CUSTOMER/ }).click();
    await expect.element(page.getByText('Loading…')).toBeVisible();
    expect(page.getByText('No customer matches').elements()).toEqual([]);
    here.resolve();
    await expect.element(page.getByText('No customer matches')).toBeVisible();
    expect(asked).toEqual(['customers']);
  });

  test('F145 F146 F147: ASSIGN TASK gives the chosen task to the chosen employee', async () => {
    signedInAs('admin');
    const task = make.task();
    const stored = answerTasks(task);
    const page = await renderPage('/tasks');

    await choose(page, 'Task', /Ring resize/);
    await choose(page, 'Employee', /Rhea/);
    await page.getByRole('button', { name: 'ASSIGN TASK' }).click();

    await expect.element(page.getByText('Task updated successfully')).toBeVisible();
    expect(stored.tasks[0]?.employee?.id).toBe(stored.rhea.id);
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

  test('W21: a refused save is no success: a task that somebody else changed says so, keeps the choice and goes through the second time', async () => {
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
      .toHaveValue('Rhea Lindqvist · 4 open, looks after Dipika');

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

    await page.getByRole('tab', { name: 'To verify 1' }).click();

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
  expect(placeOf('Requested').top).toBeGreaterThanOrEqual(placeOf('The blue one.').bottom);
  expect(placeOf('The blue one.').top).toBeGreaterThanOrEqual(placeOf('Ring resize, N to P').bottom);
  expect(placeOf('Dipika Sarraf →').right).toBeLessThanOrEqual(placeOf('Verify and assign').left);
  await page.getByRole('button', { name: /Verify and assign/ }).click();
  await expect.element(page.getByRole('dialog').getByRole('combobox', { name: 'Employee' })).toBeVisible();
});

describe('what the list holds stands in the address', () => {
  const amara = { id: crypto.randomUUID(), name: 'Amara Tindall', email: 'amara@example.com' };
  const late = () => make.task({ title: 'Clasp repair', dueOn: '2026-11-19' });
  const soon = () => make.task({ title: 'Engraving', dueOn: '2026-11-24', customer: amara });
  const asked = () => make.task({ title: 'Two wedding bands', status: 'requested' });

  test('F144 the tabs say how many, and choose', async () => {
    const me = signedInAs('admin');
    const { id, name, email } = me.member;
    answerTasks(late(), soon(), asked(), make.task({ title: 'Appraisal', employee: { id, name, email } }));
    const page = await renderPage('/tasks');
    const tabs = page.getByRole('tab');
    await expect
      .poll(() => tabs.elements().map(({ textContent }) => textContent))
      .toEqual(['All4', 'To verify1', 'Unassigned3', 'Mine1', 'Overdue1']);

    await page.getByRole('tab', { name: 'Mine 1' }).click();
    await expect.element(page.getByRole('link', { name: 'Appraisal', exact: true })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Engraving', exact: true })).not.toBeInTheDocument();
    expect(page.path()).toBe(`/tasks?employee=${id}`);
  });

  test('the due filter takes a word, or days from and to', async () => {
    signedInAs('admin');
    const stored = answerTasks(late(), soon());
    const page = await renderPage('/tasks');
    await page.getByRole('button', { name: 'DUE' }).click();
    await page.getByLabelText('From').fill('2026-11-20');
    await page.getByLabelText('To').fill('2026-11-30');
    await expect.element(page.getByRole('link', { name: 'Clasp repair', exact: true })).not.toBeInTheDocument();
    await expect.element(page.getByRole('link', { name: 'Engraving', exact: true })).toBeVisible();
    expect(page.path()).toBe('/tasks?dueFrom=2026-11-20&dueTo=2026-11-30');

    await page.getByRole('radio', { name: 'Overdue' }).click();
    await expect.element(page.getByRole('link', { name: 'Clasp repair', exact: true })).toBeVisible();
    expect(page.path()).toBe('/tasks?due=overdue');
    expect(stored.asked.at(-1)).toMatchObject({ due: 'overdue' });
  });

  test('a customer and an employee are found by typing', async () => {
    signedInAs('admin');
    const stored = answerTasks(late(), soon());
    const customer = makeScored({ ...amara });
    answer(customerRoutes.list, { items: [customer], nextCursor: null });
    answer(customerRoutes.get, customer);
    const page = await renderPage('/tasks');
    await page.getByRole('button', { name: 'CUSTOMER', exact: true }).click();
    await page.getByRole('option', { name: /Amara Tindall/ }).click();
    await expect.element(page.getByRole('link', { name: 'Clasp repair', exact: true })).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: /^CUSTOMER ?Amara Tindall$/ })).toBeVisible();

    await page.getByRole('button', { name: 'EMPLOYEE', exact: true }).click();
    await page.getByRole('textbox', { name: 'Search employees' }).fill('tomas@');
    await page.getByRole('option', { name: /Tomas Abara/ }).click();
    await expect
      .element(page.getByRole('heading', { name: 'No task matches this customer and this employee' }))
      .toBeVisible();
    expect(page.path()).toBe(`/tasks?customer=${amara.id}&employee=${stored.tomas.id}`);
  });

  test('a link with filters and a sort gives the same rows', async () => {
    signedInAs('admin');
    const stored = answerTasks(late(), soon(), asked());
    const page = await renderPage('/tasks?status=pending&dueTo=2026-11-20&sort=dueOn&due=whenever');
    await expect.element(page.getByRole('link', { name: 'Clasp repair', exact: true })).toBeVisible();
    expect(stored.asked.at(-1)).toMatchObject({ status: ['pending'], dueTo: '2026-11-20', sort: 'dueOn' });
    expect(stored.asked.at(-1)).not.toHaveProperty('due', 'whenever');
  });

  test('F157 F158: a long cell is cut with its text in reach, and the pager counts', async () => {
    signedInAs('admin');
    const description = 'Inside the band: “still yours”, and nothing else at all on the outside of it';
    answerTasks(make.task({ description }));
    const page = await renderPage('/tasks');
    const cell = page.getByText(description);
    await expect.element(cell).toHaveAttribute('title', description);
    expect(cell.element().closest('td')!.scrollWidth).toBeGreaterThan(cell.element().closest('td')!.clientWidth);
    await expect.element(page.getByText('1-1 of 1')).toBeVisible();
  });

  test('F174: the page itself never scrolls sideways', async () => {
    signedInAs('admin');
    answerTasks(late(), soon(), asked());
    for (const width of [1440, 1024, 390, 360]) {
      await screen.viewport(width, 844);
      const page = await renderPage('/tasks');
      await expect.element(page.getByText('1-3 of 3')).toBeVisible();
      expect(document.documentElement.scrollWidth).toBe(width);
      expect(document.querySelector('main')!.scrollWidth).toBeLessThanOrEqual(width);
      await page.unmount();
    }
  });
});
