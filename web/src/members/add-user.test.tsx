import { describe, expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerUsers } from '#web/testing/answer-users.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

async function openForm() {
  signedInAs('admin');
  answerUsers([]);
  const page = await renderPage('/users/new');
  const field = (name: string) => page.getByRole('textbox', { name });
  const fill = async () => {
    await field('Name').fill('Ada Byron');
    await field('Age').fill('36');
    await field('Email').fill('ada@example.com');
    await page.getByLabelText('Password *').fill('correct horse');
  };
  const add = () => page.getByRole('button', { name: 'ADD USER' }).click();
  return { page, field, fill, add };
}

describe('Add user', () => {
  test('F109 F110 F111: takes name, age, e-mail, role and password, and says what follows', async () => {
    const { page, fill, add } = await openForm();
    answer(memberRoutes.add, ({ body }) => {
      expect(body).toEqual({
        name: 'Ada Byron',
        age: 36,
        email: 'ada@example.com',
        role: 'employee',
        password: 'correct horse',
      });
      return make.invitation({ email: body.email, name: body.name });
    });
    answer(memberRoutes.invitations, { items: [make.invitation({ name: 'Ada Byron' })], nextCursor: null });
    await fill();
    await page.getByRole('combobox', { name: 'Role' }).click();
    expect(
      page
        .getByRole('option')
        .elements()
        .map((option) => option.textContent),
    ).toEqual(['Admin', 'Manager', 'Employee', 'Customer']);
    await page.getByRole('option', { name: 'Employee' }).click();
    await add();
    await expect
      .element(page.getByText('User added successfully: Ada Byron comes in by the link sent to ada@example.com'))
      .toBeVisible();
    await expect.element(page.getByRole('row', { name: /Ada Byron/ })).toBeVisible();
  });

  test('F110: an invitation asks for no password, and what was typed is there again', async () => {
    const { page, fill, add } = await openForm();
    answer(memberRoutes.add, ({ body }) => {
      expect(body).not.toHaveProperty('password');
      return make.invitation({ email: body.email });
    });
    answer(memberRoutes.invitations, { items: [], nextCursor: null });
    await fill();
    const instead = page.getByRole('switch', { name: /^Send an invitation instead/ });
    await instead.click();
    await expect.element(page.getByLabelText('Password *')).not.toBeInTheDocument();
    await instead.click();
    await expect.element(page.getByLabelText('Password *')).toHaveValue('correct horse');
    await instead.click();
    await add();
    await expect.element(page.getByText(/^User added successfully/)).toBeVisible();
  });

  test('F114 F115: a wrong age, a missing name, a badly formed e-mail and a short password each stand at their field', async () => {
    const { page, field, add } = await openForm();
    await field('Age').fill('twelve');
    await field('Email').fill('ada.example.com');
    await page.getByLabelText('Password *').fill('short');
    await add();
    await expect.element(page.getByText('Please fill this in')).toBeVisible();
    await expect.element(page.getByText('Age must be a whole number')).toBeVisible();
    await expect.element(page.getByText('Please enter a valid e-mail address')).toBeVisible();
    await expect.element(field('Name')).toHaveFocus();
    await field('Age').fill('12');
    await add();
    await expect.element(page.getByText('Age must be 13 or more')).toBeVisible();
  });

  test('F115 F116: an e-mail that exists stands at its field, and nothing typed is lost', async () => {
    const { page, field, fill, add } = await openForm();
    answer(memberRoutes.add, () => {
      throw problems.invalid([{ pointer: '/body/email', detail: 'A user with this e-mail address exists already' }]);
    });
    await fill();
    await add();
    await expect.element(page.getByText('A user with this e-mail address exists already')).toBeVisible();
    await expect.element(field('Email')).toHaveFocus();
    await expect.element(field('Name')).toHaveValue('Ada Byron');
    await expect.element(page.getByLabelText('Password *')).toHaveValue('correct horse');
  });
});

describe('the invitations', () => {
  test('are listed, sent again and revoked', async () => {
    signedInAs('admin');
    answerUsers([]);
    const tomas = make.invitation();
    answer(memberRoutes.invitations, { items: [tomas], nextCursor: null });
    answer(memberRoutes.resendInvitation, ({ params }) => {
      expect(params.invitationId).toBe(tomas.id);
      return tomas;
    });
    answer(memberRoutes.revokeInvitation, ({ params }) => {
      expect(params.invitationId).toBe(tomas.id);
      answer(memberRoutes.invitations, { items: [], nextCursor: null });
    });
    const page = await renderPage('/users');
    await page.getByRole('tab', { name: 'Invitations' }).click();
    await expect.element(page.getByRole('row', { name: /tomas@example.com .*Employee Ines Halvorsen/ })).toBeVisible();

    const act = async (item: string) => {
      await page.getByRole('button', { name: 'Actions for tomas@example.com' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await act('Resend');
    await expect.element(page.getByText('Invitation sent again to tomas@example.com')).toBeVisible();
    await act('Revoke…');
    await page.getByRole('button', { name: 'Revoke invitation' }).click();
    await expect.element(page.getByText('The invitation of tomas@example.com is revoked')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'No invitation waits for an answer' })).toBeVisible();
  });

  test('begin in a dialog, by keyboard; the sign-up address stands there too', async () => {
    signedInAs('admin');
    answerUsers([]);
    answer(memberRoutes.invite, ({ body }) => {
      expect(body).toEqual({ email: 'tomas@example.com', role: 'employee' });
      return make.invitation();
    });
    const page = await renderPage('/users');
    await page.getByRole('button', { name: 'Invite' }).click();
    const email = page.getByRole('textbox', { name: 'Email' });
    await expect.element(email).toHaveFocus();
    await expect
      .element(page.getByRole('textbox', { name: 'Your sign-up address' }))
      .toHaveValue(`${location.origin}/w/marlow-street/signup`);
    await email.fill('tomas');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect.element(page.getByText('Please enter a valid e-mail address')).toBeVisible();
    await email.fill('tomas@example.com');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect.element(page.getByText('Invitation sent to tomas@example.com')).toBeVisible();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});
