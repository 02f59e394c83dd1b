import { describe, expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import type { OpenInvitation } from '#domain/members/member.ts';
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
  hasAccount: false,
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
    answer(memberRoutes.acceptInvitation, ({ params, body }) => {
      expect(params.token).toBe(token);
      expect(body).toEqual({ name: 'Tomas Abara', age: 31, password: 'correct horse' });
      return signedInAs('employee', { name: 'Tomas Abara' });
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
    answer(memberRoutes.openInvitation, invitation({ hasAccount: true }));
    answer(memberRoutes.acceptInvitation, () => {
      throw problems.badLogin();
    });
    const page = await renderPage(`/invite/${token}`);

    await expect.element(page.getByText(/use its password/)).toBeVisible();
    await fillAndAccept(page);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Invalid email or password');
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
