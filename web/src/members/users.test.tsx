import { describe, expect, test } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerUsers } from '#web/testing/answer-users.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const leila = make.user({ name: 'Leila Hashemian', role: 'customer', status: 'profile-submitted', verifiedAt: null });
const felix = make.user({
  name: 'Felix Ashdown',
  email: 'felix@example.com',
  age: 28,
  role: 'employee',
  joinedBy: 'google',
  tasksAssigned: 2,
  assignedPeople: 1,
});
const rhea = make.user({ name: 'Rhea Lindqvist', role: 'admin' });

describe('the table of users', () => {
  test('a word in the address that it does not know is not asked for', async () => {
    signedInAs('admin');
    answerUsers([felix, leila, rhea]);
    const page = await renderPage('/users?utm_source=letter&role=employee');
    await expect.element(page.getByRole('row', { name: /Felix/ })).toBeVisible();
    await expect.element(page.getByText('1-1 of 1')).toBeVisible();
  });

  test('F089 F094 to F104: has its columns in order, in the words of the business', async () => {
    signedInAs('admin');
    answerUsers([felix, leila, rhea]);
    const page = await renderPage('/users');
    const table = page.getByRole('table', { name: 'Users' });
    const cells = (name: RegExp) =>
      [...table.getByRole('row', { name }).element().querySelectorAll('td')].map((cell) => cell.textContent);

    await expect.element(page.getByText('1-3 of 3')).toBeVisible();
    await expect.element(page.getByRole('cell', { name: '2 Tasks' })).toBeVisible();
    expect([...table.element().querySelectorAll('th')].map((head) => head.textContent)).toEqual(
      [
        '',
        'Name',
        'Age',
        'Email',
        'Role',
        'Admin',
        'Verified',
        'Form Filled',
        'Tasks Assigned',
        'Assigned People',
      ].concat('Actions'),
    );
    expect(cells(/Felix/)).toEqual(
      ['', 'FAFelix Ashdown', '28', 'felix@example.com', 'Employee', 'Not Admin', 'Verified', 'Yes', '2 Tasks'].concat(
        '1 Person',
        '',
      ),
    );
    expect(cells(/Leila/).slice(4, 10)).toEqual(['Customer', 'Not Admin', 'Waiting', 'Yes', '0 Tasks', '0 People']);
    expect(cells(/Rhea/).slice(4, 6)).toEqual(['Admin', 'Admin']);
    await expect.element(page.getByText('3 people · 1 waiting to verify')).toBeVisible();
  });

  test('shows Login Method, Created and Updated when somebody asks for them', async () => {
    signedInAs('admin');
    answerUsers([felix]);
    const page = await renderPage('/users');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Login Method' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('cell', { name: 'Google' })).toBeVisible();
    expect(page.path()).toBe('/users?cols=login');
  });

  test('F091 Q04 W22: VERIFIED, ADMIN and ROLE ask for what their words say, and stand in the address', async () => {
    signedInAs('admin');
    const { asked } = answerUsers([felix, leila, rhea]);
    const page = await renderPage('/users');
    const choose = async (filter: string, role: 'menuitemradio' | 'menuitemcheckbox', word: string) => {
      await page.getByRole('button', { name: filter }).click();
      await page.getByRole(role, { name: word, exact: true }).click();
    };
    await choose('VERIFIED', 'menuitemradio', 'Verified');
    await choose('ADMIN', 'menuitemradio', 'Not Admin');
    await choose('ROLE', 'menuitemcheckbox', 'Employee');

    await expect.element(page.getByRole('row', { name: /Felix/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Leila/ })).not.toBeInTheDocument();
    expect(asked.at(-1)).toMatchObject({ verified: 'yes', admin: 'no', role: ['employee'] });
    expect(page.path()).toBe('/users?verified=yes&admin=no&role=employee');
  });

  test('F090 F105: is searched by what is typed and sorted by a head', async () => {
    signedInAs('admin');
    const { asked } = answerUsers([felix, leila, rhea]);
    const page = await renderPage('/users');
    await expect.element(page.getByPlaceholder('Search users...')).toBeVisible();
    await page.getByRole('button', { name: 'Age', exact: true }).click();
    await expect.poll(() => asked.at(-1)).toMatchObject({ sort: 'age' });
    await page.getByLabelText('Search users').fill('lei');
    await expect.element(page.getByRole('row', { name: /Felix/ })).not.toBeInTheDocument();
    await expect.element(page.getByRole('row', { name: /Leila/ })).toBeVisible();
  });

  test('keeps Waiting, Rejected, Suspended and Deleted one click away', async () => {
    signedInAs('admin');
    answerUsers([felix, leila]);
    const page = await renderPage('/users');
    await page.getByRole('tab', { name: 'Waiting' }).click();
    await expect.element(page.getByRole('row', { name: /Leila/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Felix/ })).not.toBeInTheDocument();
    expect(page.path()).toBe('/users?status=profile-submitted');
    await page.getByRole('tab', { name: 'Suspended' }).click();
    await expect.element(page.getByRole('heading', { name: 'Nobody is suspended' })).toBeVisible();
  });

  test('somebody new appears without a reload', async () => {
    signedInAs('admin');
    answerUsers([]);
    const page = await renderPage('/users?status=profile-submitted');
    await expect.element(page.getByText('Nobody is waiting')).toBeVisible();
    await goLive();

    answerUsers([leila]);
    sendLive({ kind: 'members.changed' });
    await expect.element(page.getByRole('row', { name: /Leila/ })).toBeVisible();
  });

  test('a list that fails offers Retry', async () => {
    signedInAs('admin');
    answerUsers([leila]);
    answer(memberRoutes.list, () => {
      throw problems.forbidden();
    });
    const page = await renderPage('/users');
    await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible();
    answerUsers([leila]);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByRole('row', { name: /Leila/ })).toBeVisible();
  });

  test('on a phone it is a list of cards that say the same', async () => {
    await screen.viewport(390, 844);
    signedInAs('admin');
    answerUsers([felix]);
    const page = await renderPage('/users');
    const card = page.getByRole('list', { name: 'Users' }).getByRole('listitem');
    await expect.element(card).toHaveTextContent('FAFelix AshdownEmployee · 28felix@example.comVerifiedForm2 Tasks');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  test('F108: 4,400 people are a few dozen rows in the page', async () => {
    signedInAs('admin');
    const { loadsAsked } = answerUsers(
      Array.from({ length: 4400 }, (_, at) => make.user({ name: `Person ${at}`, role: 'customer' })),
    );
    const page = await renderPage('/users');
    await expect.element(page.getByText('1-100 of 4,400')).toBeVisible();
    expect(document.querySelectorAll('tbody tr').length).toBeLessThan(100);
    await expect.element(page.getByRole('cell', { name: '0 Tasks' }).first()).toBeVisible();
    expect(new Set(loadsAsked).size).toBeLessThan(100);
  });
});

describe('F102 F103 Tasks Assigned and Assigned People', () => {
  test('are not waited for: the people stand there, and where the numbers will be nothing jumps', async () => {
    signedInAs('admin');
    answerUsers([felix]);
    const { promise, resolve } = Promise.withResolvers<void>();
    answer(memberRoutes.loads, async () => {
      await promise;
      return { items: [felix] };
    });
    const page = await renderPage('/users');
    const row = page.getByRole('row', { name: /Felix/ });
    await expect.element(row).toBeVisible();
    const places = () =>
      [...row.element().children].map((cell) => {
        const { left, top, width, height } = cell.getBoundingClientRect();
        return [left, top, width, height];
      });
    const before = places();
    expect(page.getByRole('cell', { name: /Task|Person|People/ }).elements()).toEqual([]);
    resolve();
    await expect.element(page.getByRole('cell', { name: '2 Tasks' })).toBeVisible();
    await expect.element(page.getByRole('cell', { name: '1 Person' })).toBeVisible();
    expect(places()).toEqual(before);
  });

  test('follow a task that changes and a customer who is assigned', async () => {
    signedInAs('admin');
    const { stored } = answerUsers([felix]);
    const page = await renderPage('/users');
    await expect.element(page.getByRole('cell', { name: '2 Tasks' })).toBeVisible();
    await goLive();

    stored.change(felix.id, { tasksAssigned: 3 });
    sendLive({ kind: 'tasks.changed', taskId: crypto.randomUUID() });
    await expect.element(page.getByRole('cell', { name: '3 Tasks' })).toBeVisible();
    stored.change(felix.id, { assignedPeople: 4 });
    sendLive({ kind: 'members.changed' });
    await expect.element(page.getByRole('cell', { name: '4 People' })).toBeVisible();
  });

  test('say that they are unknown when they cannot be had, and the list stays', async () => {
    signedInAs('admin');
    answerUsers([felix]);
    answer(memberRoutes.loads, () => {
      throw problems.forbidden();
    });
    const page = await renderPage('/users');
    await expect.element(page.getByRole('row', { name: /Felix .* Yes – –/ })).toBeVisible();
  });
});

describe('the menu of a row', () => {
  const act = async (page: Awaited<ReturnType<typeof renderPage>>, name: string, item: string) => {
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  test('opens, is walked and is closed by keyboard', async () => {
    signedInAs('admin');
    answerUsers([leila]);
    const page = await renderPage('/users');
    const button = page.getByRole('button', { name: 'Actions for Leila Hashemian' });
    await expect.element(button).toBeVisible();
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('menuitem', { name: 'View Details' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('menuitem', { name: 'Verify' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(button).toHaveFocus();
  });

  test('stays open when another leaves the list above', async () => {
    signedInAs('admin');
    const { stored } = answerUsers([leila, felix]);
    const page = await renderPage('/users');
    await page.getByRole('button', { name: `Actions for ${felix.name}` }).click();
    const entry = page.getByRole('menuitem', { name: 'View Details' });
    await expect.element(entry).toBeVisible();
    await goLive();
    stored.change(leila.id, { deletedAt: leila.createdAt });
    sendLive({ kind: 'members.changed' });
    await expect.element(page.getByText(leila.name)).not.toBeInTheDocument();
    await expect.element(entry).toBeVisible();
  });

  test('F066 verifies', async () => {
    signedInAs('admin');
    const { stored } = answerUsers([leila]);
    answer(memberRoutes.verify, ({ params }) =>
      stored.change(params.memberId, { status: 'verified', verifiedAt: leila.createdAt }),
    );
    const page = await renderPage('/users');
    await act(page, 'Leila Hashemian', 'Verify');
    await expect.element(page.getByText('Leila Hashemian is verified')).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Leila Hashemian .* Verified/ })).toBeVisible();
  });

  test('a verification that is refused says why, and nothing changes', async () => {
    signedInAs('admin');
    answerUsers([leila]);
    answer(memberRoutes.verify, () => {
      throw problems.unavailable('The store');
    });
    const page = await renderPage('/users');
    await act(page, 'Leila Hashemian', 'Verify');
    await expect.element(page.getByRole('alert').getByText(/Nothing was changed/)).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Leila Hashemian .* Waiting/ })).toBeVisible();
  });

  test('rejects with a reason, which has to be there', async () => {
    signedInAs('admin');
    const { stored } = answerUsers([leila]);
    answer(memberRoutes.reject, ({ params, body }) => {
      expect(body).toEqual({ reason: 'We only repair our own rings.' });
      return stored.change(params.memberId, { status: 'rejected', ...body });
    });
    const page = await renderPage('/users');
    await act(page, 'Leila Hashemian', 'Reject…');
    const dialog = page.getByRole('dialog', { name: 'Reject Leila Hashemian?' });
    await dialog.getByRole('button', { name: 'Reject Leila Hashemian' }).click();
    await expect.element(dialog.getByText('Please fill this in')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('We only repair our own rings.');
    await dialog.getByRole('button', { name: 'Reject Leila Hashemian' }).click();
    await expect.element(page.getByText('Leila Hashemian is rejected')).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Leila Hashemian .* Rejected/ })).toBeVisible();
  });

  test('F065 W22 Delete User asks, deletes, and gives back', async () => {
    signedInAs('admin');
    const { stored } = answerUsers([felix, leila]);
    answer(memberRoutes.delete, ({ params }) => stored.change(params.memberId, { deletedAt: felix.createdAt }));
    answer(memberRoutes.restore, ({ params }) => stored.change(params.memberId, { deletedAt: null }));
    const page = await renderPage('/users');
    await act(page, 'Felix Ashdown', 'Delete User');
    await page.getByRole('button', { name: 'Delete Felix Ashdown' }).click();
    await expect.element(page.getByRole('row', { name: /Felix/ })).not.toBeInTheDocument();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByRole('row', { name: /Felix/ })).toBeVisible();
  });

  test('the refusal to delete the last admin stands in the dialog', async () => {
    signedInAs('admin');
    answerUsers([rhea]);
    answer(memberRoutes.delete, () => {
      throw problems.conflict('This is the last admin. Please make somebody else an admin first.');
    });
    const page = await renderPage('/users');
    await act(page, 'Rhea Lindqvist', 'Delete User');
    await page.getByRole('button', { name: 'Delete Rhea Lindqvist' }).click();
    await expect.element(page.getByRole('dialog').getByText(/This is the last admin/)).toBeVisible();
  });

  test('offers nobody to shut themselves out', async () => {
    const me = signedInAs('admin');
    answerUsers([make.user(me.member)]);
    const page = await renderPage('/users');
    await page.getByRole('button', { name: 'Actions for Ines Halvorsen' }).click();
    await expect.element(page.getByRole('menuitem', { name: 'View Details' })).toBeVisible();
    expect(page.getByRole('menuitem').elements()).toHaveLength(1);
  });
});

describe('who may see it', () => {
  test('a manager looks, and changes nothing', async () => {
    signedInAs('manager');
    answerUsers([felix]);
    const page = await renderPage('/users');
    await expect.element(page.getByRole('row', { name: /Felix/ })).toBeVisible();
    expect(page.getByRole('checkbox').elements()).toEqual([]);
    expect(page.getByRole('button', { name: /Actions for|Invite/ }).elements()).toEqual([]);
    expect(page.getByRole('link', { name: 'Add user' }).elements()).toEqual([]);
  });

  test.each([
    ['manager', '/users/new'],
    ['manager', '/users/invitations'],
    ['employee', '/users'],
    ['customer', `/users/${crypto.randomUUID()}`],
  ] as const)('F055 F056 F057 F084 a %s cannot open %s', async (role, path) => {
    signedInAs(role);
    const page = await renderPage(path);
    await expect.element(page.getByRole('heading', { name: 'This page is not open to you' })).toBeVisible();
  });
});
