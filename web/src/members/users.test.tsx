import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { isLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const leila = make.member({ name: 'Leila Hashemian', role: 'customer', status: 'profile-submitted', verifiedAt: null });
const felix = make.member({
  name: 'Felix Ashdown',
  role: 'employee',
  status: 'profile-submitted',
  skills: 'goldsmith',
});

/** The server's side of the list: who is verified leaves it. */
function answerMembers(members = [leila, felix]) {
  let stored = members;
  answer(memberRoutes.list, ({ query }) => ({
    items: query.status ? stored.filter(({ status }) => status === query.status) : stored,
    nextCursor: null,
  }));
  answer(memberRoutes.verify, ({ params }) => {
    const found = stored.find(({ id }) => id === params.memberId)!;
    const verified = { ...found, status: 'verified' as const };
    stored = stored.map((member) => (member.id === found.id ? verified : member));
    return verified;
  });
}

describe('the Users page of an admin', () => {
  test('F066 VERIFY takes one person from Waiting to the members', async () => {
    signedInAs('admin');
    answerMembers();
    const page = await renderPage('/users');
    await expect.element(page.getByText('2 waiting', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'VERIFY Leila Hashemian' }).click();

    await expect.element(page.getByText('Leila Hashemian is verified')).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Leila/ })).not.toBeInTheDocument();
    await page.getByRole('tab', { name: 'Members' }).click();
    await expect.element(page.getByRole('row', { name: /Leila Hashemian .* Verified/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Felix Ashdown .* Not Admin Waiting/ })).toBeVisible();
  });

  test('a verification that is refused says why, and the person stays', async () => {
    signedInAs('admin');
    answerMembers();
    answer(memberRoutes.verify, () => {
      throw problems.unavailable('The store');
    });
    const page = await renderPage('/users');
    await page.getByRole('button', { name: 'VERIFY Leila Hashemian' }).click();

    await expect.element(page.getByRole('alert').getByText(/Nothing was changed/)).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Leila/ })).toBeVisible();
  });

  test('somebody new appears without a reload', async () => {
    signedInAs('admin');
    answerMembers([]);
    const page = await renderPage('/users');
    await expect.element(page.getByText('Nobody is waiting')).toBeVisible();
    await expect.poll(isLive).toBe(true);

    answerMembers([leila]);
    sendLive({ kind: 'members.changed' });
    await expect.element(page.getByRole('row', { name: /Leila/ })).toBeVisible();
  });

  test('an invitation is sent, by keyboard', async () => {
    signedInAs('admin');
    answerMembers([]);
    answer(memberRoutes.invite, ({ body }) => {
      expect(body).toEqual({ email: 'tomas@example.com', role: 'employee' });
      return make.invitation();
    });
    const page = await renderPage('/users');
    await page.getByRole('button', { name: 'Invite' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveFocus();
    await userEvent.keyboard('tomas@example.com{Enter}');

    await expect.element(page.getByText('Invitation sent to tomas@example.com')).toBeVisible();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('an invitation to no address is refused at its field', async () => {
    signedInAs('admin');
    answerMembers([]);
    const page = await renderPage('/users');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('textbox', { name: 'Email' }).fill('tomas');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect.element(page.getByText('Please enter a valid e-mail address')).toBeVisible();
  });

  test('open invitations are listed', async () => {
    signedInAs('admin');
    answerMembers([]);
    answer(memberRoutes.invitations, { items: [make.invitation()], nextCursor: null });
    const page = await renderPage('/users?tab=invitations');
    await expect.element(page.getByRole('row', { name: /tomas@example.com Employee Ines Halvorsen/ })).toBeVisible();
  });

  test('the sign-up address of the business can be read and copied', async () => {
    signedInAs('admin');
    answerMembers([]);
    const page = await renderPage('/users');
    await expect
      .element(page.getByRole('textbox', { name: 'Your sign-up address' }))
      .toHaveValue(`${location.origin}/w/marlow-street/signup`);
    await expect.element(page.getByRole('button', { name: 'Copy' })).toBeEnabled();
  });

  test('a list that fails offers Retry', async () => {
    signedInAs('admin');
    answer(memberRoutes.list, () => {
      throw problems.forbidden();
    });
    const page = await renderPage('/users');
    await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible();
    answerMembers();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByRole('row', { name: /Leila/ })).toBeVisible();
  });
});

test.each(['manager', 'employee'] as const)(
  'F055 F056 a %s cannot open Users, and has no entry for it',
  async (role) => {
    signedInAs(role);
    const page = await renderPage('/users');
    await expect.element(page.getByRole('heading', { name: 'This page is not open to you' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Users' })).not.toBeInTheDocument();
  },
);
