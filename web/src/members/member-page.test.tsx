import { describe, expect, test } from 'vitest';
import { page as screen } from 'vitest/browser';
import { customerRoutes } from '#domain/customers/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { MemberWithLoad } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { sessionRoutes } from '#domain/sessions/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { answer } from '#web/testing/answer.ts';
import { answerUsers } from '#web/testing/answer-users.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const tomas = make.user({ name: 'Tomas Abara', email: 'tomas@example.com', age: 41, role: 'employee' });

async function openUser(user: MemberWithLoad = tomas, role: 'admin' | 'manager' = 'admin') {
  signedInAs(role);
  const users = answerUsers([user]);
  answer(taskRoutes.list, { items: [], nextCursor: null });
  answer(memberRoutes.customers, { items: [], nextCursor: null });
  answer(customerRoutes.list, { items: [], nextCursor: null });
  answer(sessionRoutes.ofMember, { items: [] });
  const page = await renderPage(`/users/${user.id}`);
  const field = (name: string) => page.getByRole('textbox', { name });
  const update = () => page.getByRole('button', { name: 'UPDATE USER' }).click();
  return { page, field, update, ...users };
}

describe('Edit user', () => {
  test('F117 F119 F120 F121 Q20: holds what is known, and says politely that it is loaded', async () => {
    const { page, field } = await openUser();
    await expect.element(page.getByText('User data loaded successfully')).toBeInTheDocument();
    await expect.element(field('Name')).toHaveValue('Tomas Abara');
    await expect.element(field('Age')).toHaveValue('41');
    await expect.element(field('Email')).toHaveValue('tomas@example.com');
    await expect.element(page.getByRole('combobox', { name: 'Role' })).toHaveValue('Employee');
    await expect.element(page.getByRole('switch', { name: 'Form Filled' })).toBeChecked();
    await expect.element(page.getByRole('switch', { name: 'Form Verified' })).toBeChecked();
    await expect.element(page.getByRole('switch', { name: 'Admin' })).not.toBeChecked();
    expect(document.querySelector('.mantine-Notification-root')).toBeNull();
  });

  test('F120: sends what was changed and nothing else', async () => {
    const { page, field, update, stored } = await openUser();
    answer(memberRoutes.change, ({ params, body }) => {
      expect(body).toEqual({ version: tomas.version, age: 42, capabilities: ['canWorkLeads'] });
      return stored.change(params.memberId, { age: 42, capabilities: ['canWorkLeads'], version: '"2"' });
    });
    await field('Age').fill('42');
    await page.getByRole('checkbox', { name: 'Leads' }).click();
    await update();
    await expect.element(page.getByText('User updated successfully')).toBeVisible();
  });

  test('Q03: the switch Admin is the role, both ways; the last admin is refused in plain words', async () => {
    const { page, update } = await openUser(make.user({ ...tomas, role: 'admin' }));
    answer(memberRoutes.change, ({ body }) => {
      expect(body).toMatchObject({ role: 'employee' });
      throw problems.conflict('This is the last admin. Please make somebody else an admin first.');
    });
    const isAdmin = page.getByRole('switch', { name: 'Admin' });
    await expect.element(isAdmin).toBeChecked();
    await isAdmin.click();
    await expect.element(page.getByRole('combobox', { name: 'Role' })).toHaveValue('Employee');
    await update();
    await expect.element(page.getByText(/This is the last admin/)).toBeVisible();
    await isAdmin.click();
    await expect.element(page.getByRole('combobox', { name: 'Role' })).toHaveValue('Admin');
  });

  test('W24: the switch Form Verified verifies, and the page says so', async () => {
    const { page, update, stored } = await openUser(
      make.user({ ...tomas, status: 'profile-submitted', verifiedAt: null }),
    );
    answer(memberRoutes.change, ({ params, body }) => {
      expect(body).toMatchObject({ verified: true });
      return stored.change(params.memberId, { status: 'verified', verifiedAt: tomas.createdAt, version: '"2"' });
    });
    await page.getByRole('switch', { name: 'Form Verified' }).click();
    await update();
    await expect.element(page.getByRole('complementary', { name: 'Tomas Abara' }).getByText('Verified')).toBeVisible();
  });

  test('another e-mail address is asked of the person, and the earlier one stands until then', async () => {
    const { page, field, update } = await openUser();
    answer(memberRoutes.askEmail, ({ body }) => body);
    await field('Email').fill('tomas.abara@example.com');
    await update();
    await expect.element(page.getByText(/A link was sent to tomas.abara@example.com/)).toBeVisible();
    await expect.element(field('Email')).toHaveValue('tomas@example.com');
  });

  test('what is refused stands at its field, and nothing typed is lost', async () => {
    const { page, field, update } = await openUser();
    await field('Name').fill('');
    await field('Age').fill('12');
    await update();
    await expect.element(page.getByText('Please fill this in')).toBeVisible();
    await expect.element(page.getByText('Age must be 13 or more')).toBeVisible();
    await expect.element(field('Age')).toHaveValue('12');
  });

  test('one’s own role and verification are for another admin', async () => {
    const me = signedInAs('admin');
    answerUsers([make.user(me.member)]);
    answer(taskRoutes.list, { items: [], nextCursor: null });
    answer(memberRoutes.customers, { items: [], nextCursor: null });
    answer(customerRoutes.list, { items: [], nextCursor: null });
    answer(sessionRoutes.ofMember, { items: [] });
    const page = await renderPage(`/users/${me.member.id}`);
    await expect.element(page.getByRole('switch', { name: 'Admin' })).toBeDisabled();
    await expect.element(page.getByText(/for another admin to change/)).toBeVisible();
    expect(page.getByRole('button', { name: /Suspend|Delete User/ }).elements()).toEqual([]);
  });
});

describe('a user changed by somebody else', () => {
  test('comes in by itself while nothing is typed', async () => {
    const { field, stored } = await openUser();
    await expect.element(field('Name')).toHaveValue('Tomas Abara');
    await goLive();
    stored.change(tomas.id, { name: 'Tomas A. Abara', version: '"2"' });
    sendLive({ kind: 'members.changed' });
    await expect.element(field('Name')).toHaveValue('Tomas A. Abara');
  });

  test('meanwhile shows both values, and keeps what was typed', async () => {
    const { page, field, update, stored } = await openUser();
    const sent: unknown[] = [];
    answer(memberRoutes.change, ({ params, body }) => {
      sent.push(body);
      if (body.version !== '"2"') throw problems.changedMeanwhile('The member');
      return stored.change(params.memberId, { name: body.name ?? '', version: '"3"' });
    });
    await field('Name').fill('Tom Abara');
    stored.change(tomas.id, { name: 'Tomás Abara', age: 50, version: '"2"' });
    await update();

    const dialog = page.getByRole('dialog', { name: 'Tomás Abara was changed by somebody else' });
    await expect.element(dialog.getByRole('row', { name: 'Name Tomás Abara Tom Abara' })).toBeVisible();
    await expect.element(dialog.getByRole('row', { name: /Age/ })).not.toBeInTheDocument();
    await dialog.getByRole('button', { name: 'Save what I typed' }).click();
    await expect.element(page.getByText('User updated successfully')).toBeVisible();
    expect(sent.at(-1)).toEqual({ version: '"2"', name: 'Tom Abara' });
    await expect.element(field('Age')).toHaveValue('50');
  });

  test('can also be taken as it stands', async () => {
    const { page, field, update, stored } = await openUser();
    answer(memberRoutes.change, () => {
      throw problems.changedMeanwhile('The member');
    });
    await field('Name').fill('Tom Abara');
    stored.change(tomas.id, { name: 'Tomás Abara', version: '"2"' });
    await update();
    await page.getByRole('button', { name: 'Take what stands now' }).click();
    await expect.element(field('Name')).toHaveValue('Tomás Abara');
  });
});

describe('the work of a user', () => {
  test('F118: tasks stand by title and status, and lead to their room', async () => {
    const ring = make.task({ title: 'Ring resize, N to P', status: 'in-progress' });
    const { page } = await openUser();
    answer(taskRoutes.list, ({ query }) => {
      expect(query).toMatchObject({ employeeId: tomas.id });
      return { items: [ring], nextCursor: null };
    });
    await goLive();
    sendLive({ kind: 'tasks.changed', taskId: ring.id });
    const row = page.getByRole('list', { name: 'Assigned Tasks' }).getByRole('listitem');
    await expect.element(row).toHaveTextContent('Ring resize, N to PIn progress');
    await expect.element(row.getByRole('link')).toHaveAttribute('href', `/tasks/${ring.id}`);
  });

  test('F118: the trash icon takes a task from its employee, and Undo gives it back', async () => {
    const ring = make.task({ title: 'Ring resize, N to P', status: 'in-progress' });
    const { page } = await openUser();
    const holds = (...items: Task[]) => answer(taskRoutes.list, { items, nextCursor: null });
    holds(ring);
    answer(taskRoutes.unassign, ({ params }) => {
      expect(params.taskId).toBe(ring.id);
      holds();
      return { ...ring, employee: null, version: '"2"' };
    });
    answer(taskRoutes.assign, ({ body }) => {
      expect(body).toEqual({ employeeId: tomas.id, version: '"2"' });
      holds(ring);
      return ring;
    });
    await goLive();
    sendLive({ kind: 'tasks.changed', taskId: ring.id });
    await page.getByRole('button', { name: 'Unassign Ring resize, N to P' }).click();
    await expect.element(page.getByText('No task is assigned.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByRole('link', { name: 'Ring resize, N to P' })).toBeVisible();
  });

  test('F069 F122 TC005 TC006: a customer is found by typing, assigned, and unassigned', async () => {
    const dipika = makeScored();
    const { page } = await openUser();
    answer(customerRoutes.list, { items: [dipika], nextCursor: null });
    const owned = { ...dipika, owner: { id: tomas.id, name: tomas.name } };
    answer(customerRoutes.assign, ({ params, body }) => {
      expect([params.customerId, body.memberId]).toEqual([dipika.id, tomas.id]);
      answer(memberRoutes.customers, { items: [owned], nextCursor: null });
      return owned;
    });
    answer(customerRoutes.unassign, () => {
      answer(memberRoutes.customers, { items: [], nextCursor: null });
      return dipika;
    });
    await page.getByRole('combobox', { name: 'Customer' }).fill('dip');
    await page.getByRole('option', { name: /Dipika Sarraf/ }).click();
    await page.getByRole('button', { name: 'ASSIGN', exact: true }).click();
    await expect.element(page.getByText('Customer assigned successfully')).toBeVisible();
    await page.getByRole('button', { name: 'Unassign Dipika Sarraf' }).click();
    await expect.element(page.getByText('Customer unassigned successfully')).toBeVisible();
    await expect.element(page.getByText('No customer is assigned.')).toBeVisible();
  });

  test('where they are signed in is listed, and ends everywhere', async () => {
    const { page } = await openUser();
    await expect
      .element(page.getByRole('region', { name: 'Sessions' }).getByText('Not signed in anywhere.'))
      .toBeVisible();
  });
});

describe('who may do what', () => {
  test('suspending asks for the reason, and Resume ends it', async () => {
    const { page, stored } = await openUser();
    answer(memberRoutes.suspend, ({ params, body }) =>
      stored.change(params.memberId, { status: 'suspended', ...body }),
    );
    answer(memberRoutes.resume, ({ params }) => stored.change(params.memberId, { status: 'verified', reason: null }));
    await page.getByRole('button', { name: 'Suspend…' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('On leave until March.');
    await page.getByRole('button', { name: 'Suspend Tomas Abara' }).click();
    await expect.element(page.getByText('“On leave until March.”')).toBeVisible();
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect.element(page.getByText('Tomas Abara may come in again')).toBeVisible();
  });

  test('a manager reads', async () => {
    const { page } = await openUser(tomas, 'manager');
    await expect.element(page.getByText('tomas@example.com').first()).toBeVisible();
    expect(page.getByRole('textbox').elements()).toEqual([]);
    expect(page.getByRole('button', { name: /UPDATE|Suspend|Delete|ASSIGN/ }).elements()).toEqual([]);
  });

  test('somebody of another business is not here', async () => {
    signedInAs('admin');
    answer(memberRoutes.list, { items: [], nextCursor: null });
    answer(memberRoutes.get, () => {
      throw problems.notFound('The member');
    });
    const page = await renderPage(`/users/${crypto.randomUUID()}`);
    await expect.element(page.getByRole('heading', { name: 'This person is not here' })).toBeVisible();
  });

  test('on a phone it is one column', async () => {
    await screen.viewport(390, 844);
    const { page } = await openUser();
    await expect.element(page.getByRole('button', { name: 'UPDATE USER' })).toBeInTheDocument();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
