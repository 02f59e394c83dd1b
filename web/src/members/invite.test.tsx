import { describe, expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import type { OpenInvitation } from '#domain/members/invitation.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const token = 'invitation-0123456789';

const invitation = (change: Partial<OpenInvitation> = {}): OpenInvitation => ({
  workspaceName: 'Marlow Street Jewellers',
  slug: 'marlow-street',
  email: 'tomas@example.com',
  role: 'employee',
  invitedBy: 'Ines Halvorsen',
  name: null,
  age: null,
  password: 'new',
  ...change,
});

async function fillAndAccept(page: Awaited<ReturnType<typeof renderPage>>) {
  await page.getByRole('textbox', { name: 'Name' }).fill('Tomas Abara');
  await page.getByRole('textbox', { name: 'Age' }).fill('31');
  await page.getByLabelText('Password *').fill('correct horse');
  await page.getByRole('button', { name: 'Accept invitation' }).click();
}

describe('an invitation', () => {
  test('says who invites, where and as what, and lets the colleague in', async () => {
    answer(memberRoutes.openInvitation, invitation());
    answer(memberRoutes.acceptInvitation, ({ body }) => {
      expect(body).toEqual({ token, name: 'Tomas Abara', age: 31, password: 'correct horse' });
      return { step: 'in' as const, me: signedInAs('employee', { name: 'Tomas Abara' }) };
    });
    answerEmptyHome();
    const page = await renderPage(`/invite/${token}`);

    await expect
      .element(page.getByText('Ines Halvorsen invites you to Marlow Street Jewellers as Employee.'))
      .toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveValue('tomas@example.com');
    await fillAndAccept(page);

    await expect.element(page.getByText('Welcome to Marlow Street Jewellers')).toBeVisible();
    await expect.element(page.getByRole('heading', { level: 1, name: /Tomas/ })).toBeVisible();
  });

  test('asks somebody who has an account for its password, and says when it is wrong', async () => {
    answer(memberRoutes.openInvitation, invitation({ password: 'own' }));
    answer(memberRoutes.acceptInvitation, () => {
      throw problems.badLogin();
    });
    const page = await renderPage(`/invite/${token}`);

    await expect.element(page.getByText(/use its password/)).toBeVisible();
    await fillAndAccept(page);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Invalid email or password');
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Tomas Abara');
  });

  test('of somebody who was given a password asks for it and for one of their own', async () => {
    answer(memberRoutes.openInvitation, invitation({ name: 'Ada Byron', age: 36, password: 'given' }));
    answer(memberRoutes.acceptInvitation, ({ body }) => {
      expect(body).toEqual({ token, password: 'correct horse', givenPassword: 'from Ines' });
      return { step: 'in' as const, me: signedInAs('employee', { name: 'Ada Byron' }) };
    });
    answerEmptyHome();
    const page = await renderPage(`/invite/${token}`);
    await page.getByLabelText('Password that Ines Halvorsen gave you *').fill('from Ines');
    await page.getByLabelText('New password *').fill('correct horse');
    await page.getByRole('button', { name: 'Accept invitation' }).click();
    await expect.element(page.getByText('Welcome to Marlow Street Jewellers')).toBeVisible();
  });

  test('of somebody who was added asks nothing that is known already', async () => {
    answer(memberRoutes.openInvitation, invitation({ role: 'customer', name: 'Ada Byron', age: 36, password: 'none' }));
    answer(memberRoutes.acceptInvitation, ({ body }) => {
      expect(body).toEqual({ token });
      return { step: 'in' as const, me: signedInAs('customer', { name: 'Ada Byron' }) };
    });
    answerEmptyHome();
    const page = await renderPage(`/invite/${token}`);
    await expect.element(page.getByRole('button', { name: 'Accept invitation' })).toBeVisible();
    expect(page.getByRole('textbox').elements()).toHaveLength(1);
    await page.getByRole('button', { name: 'Accept invitation' }).click();
    await expect.element(page.getByText('Welcome to Marlow Street Jewellers')).toBeVisible();
    await expect.poll(() => page.path()).toBe('/portal');
  });

  test('that asks for a new password names what is missing, and keeps the rest', async () => {
    answer(memberRoutes.openInvitation, invitation());
    const page = await renderPage(`/invite/${token}`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Tomas Abara');
    await page.getByRole('button', { name: 'Accept invitation' }).click();
    await expect.element(page.getByText('Age must be a whole number')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Age' })).toHaveFocus();
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Tomas Abara');
  });

  test('that is unknown, used or expired says so', async () => {
    answer(memberRoutes.openInvitation, () => {
      throw problems.notFound('The invitation');
    });
    const page = await renderPage(`/invite/${token}`);
    await expect.element(page.getByRole('heading', { name: 'This invitation is closed' })).toBeVisible();
  });
});
