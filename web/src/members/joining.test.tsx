import { describe, expect, test } from 'vitest';
import { page as browser } from 'vitest/browser';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { goLive, isLive, sendLive } from '#web/testing/live.ts';
import { renderPage, signedInAs, signedOut } from '#web/testing/render-page.tsx';

const newcomer = { status: 'email-verified', submittedAt: null } as const;
const waiting = { status: 'profile-submitted' } as const;

const waitingHeading = { name: 'Your form has not been verified yet!' };

describe('Complete Your Profile', () => {
  test('F046 F047 F048 F049 a customer says the task, and waits', async () => {
    signedInAs('customer', newcomer);
    answer(memberRoutes.completeProfile, ({ body }) => {
      expect(body).toEqual({ task: 'Resize my ring' });
      return signedInAs('customer', waiting);
    });
    const page = await renderPage('/complete-profile');
    await page.getByRole('textbox', { name: 'Task' }).fill('Resize my ring');
    await page.getByRole('button', { name: 'SUBMIT' }).click();

    await expect.element(page.getByText('Form submitted successfully')).toBeVisible();
    await expect.element(page.getByRole('heading', waitingHeading)).toBeVisible();
  });

  test('F047 an empty task is named and focused', async () => {
    signedInAs('customer', newcomer);
    const page = await renderPage('/complete-profile');
    await page.getByRole('button', { name: 'SUBMIT' }).click();
    await expect.element(page.getByText('Please fill this in')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Task' })).toHaveFocus();
  });

  test('an employee is asked what they will work on', async () => {
    signedInAs('employee', newcomer);
    const page = await renderPage('/complete-profile');
    await expect.element(page.getByRole('textbox', { name: 'What will you work on?' })).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Age' })).not.toBeInTheDocument();
  });

  test('F038 a missing age is asked, with the role', async () => {
    signedInAs('customer', { ...newcomer, age: null });
    answer(memberRoutes.completeProfile, ({ body }) => {
      expect(body).toMatchObject({ age: 34, role: 'customer' });
      return signedInAs('customer', waiting);
    });
    const page = await renderPage('/complete-profile');
    await page.getByRole('textbox', { name: 'Task' }).fill('Resize my ring');
    await page.getByRole('button', { name: 'SUBMIT' }).click();
    await expect.element(page.getByText('Age must be a whole number')).toBeVisible();

    await page.getByRole('textbox', { name: 'Age' }).fill('34');
    await page.getByRole('button', { name: 'SUBMIT' }).click();
    await expect.element(page.getByRole('heading', waitingHeading)).toBeVisible();
  });

  test('F059 LOGOUT ends at the login of the same business', async () => {
    signedInAs('customer', newcomer);
    answer(accountRoutes.signOut, () => {
      signedOut();
    });
    answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
    const page = await renderPage('/complete-profile');
    await page.getByRole('button', { name: 'LOGOUT' }).click();

    await expect.element(page.getByRole('heading', { name: 'Login' })).toBeVisible();
    expect(page.path()).toBe('/w/marlow-street/login');
    expect(isLive()).toBe(false);
  });
});

describe('the waiting page', () => {
  test('F050 F051 says what is awaited', async () => {
    signedInAs('customer', waiting);
    const page = await renderPage('/waiting');
    await expect.element(page.getByRole('heading', waitingHeading)).toBeVisible();
    await expect
      .element(page.getByText('Please wait for admin verification. If you have any questions, contact support.'))
      .toBeVisible();
  });

  test('F052 LOGOUT leads to the login of the business', async () => {
    signedInAs('customer', waiting);
    answer(accountRoutes.signOut, () => {
      signedOut();
    });
    answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
    const page = await renderPage('/waiting');
    await page.getByRole('button', { name: 'LOGOUT' }).click();
    await expect.element(page.getByRole('heading', { name: 'Login' })).toBeVisible();
  });

  test('who is rejected while waiting sees it at once, with the reason', async () => {
    signedInAs('customer', waiting);
    const page = await renderPage('/waiting');
    await expect.element(page.getByRole('heading', waitingHeading)).toBeVisible();
    await goLive();

    signedInAs('customer', { status: 'rejected', reason: 'We only repair rings we made.' });
    sendLive({ kind: 'members.changed' });

    await expect.element(page.getByRole('heading', { name: 'Your form was not accepted' })).toBeVisible();
    await expect.element(page.getByText('We only repair rings we made.')).toBeVisible();
    await expect.element(page.getByRole('list', { name: 'Joining' }).getByText('Not accepted')).toBeVisible();
    await expect.element(page.getByText(/An admin of Marlow Street Jewellers .* contact them/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'LOGOUT' })).toBeVisible();
  });

  test('who is suspended is told why, and comes in again by itself', async () => {
    signedInAs('employee', { status: 'suspended', reason: 'On leave until March.' });
    const page = await renderPage('/home');
    await expect.element(page.getByRole('heading', { name: 'Your account is suspended' })).toBeVisible();
    await expect.element(page.getByText('On leave until March.')).toBeVisible();
    expect(page.path()).toBe('/waiting');
    await goLive();

    signedInAs('employee');
    answerEmptyHome();
    sendLive({ kind: 'member.verified' });
    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();
  });

  test('on a phone nothing is cut off', async () => {
    await browser.viewport(390, 844);
    signedInAs('customer', { ...waiting, email: 'a-very-long-address-for-one-line@subdomain.example.com' });
    const page = await renderPage('/waiting');
    await expect.element(page.getByRole('heading', waitingHeading)).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  test('opens by itself the moment the admin verifies', async () => {
    signedInAs('customer', waiting);
    const page = await renderPage('/waiting');
    await expect.element(page.getByRole('heading', waitingHeading)).toBeVisible();
    await goLive();

    signedInAs('customer', { status: 'verified' });
    answer(taskRoutes.list, { items: [], nextCursor: null });
    answer(paymentRoutes.list, { items: [], nextCursor: null });
    answer(paymentRoutes.totals, { items: [] });
    sendLive({ kind: 'member.verified' });

    await expect.element(page.getByText('You are verified. Welcome to Marlow Street Jewellers.')).toBeVisible();
    expect(page.path()).toBe('/portal');
  });

  test('opens when the person comes back to the window, should the event have been lost', async () => {
    signedInAs('employee', waiting);
    const page = await renderPage('/waiting');
    await expect.element(page.getByRole('heading', waitingHeading)).toBeVisible();
    await goLive();

    signedInAs('employee', { status: 'verified' });
    answerEmptyHome();
    window.dispatchEvent(new Event('visibilitychange'));

    await expect.element(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible();
  });
});

describe('who still waits', () => {
  test.each([
    ['/home', newcomer, '/complete-profile'],
    ['/waiting', newcomer, '/complete-profile'],
    ['/home', waiting, '/waiting'],
    ['/complete-profile', waiting, '/waiting'],
    ['/tasks/0193f0a0-0000-7000-8000-000000000009', waiting, '/waiting'],
  ])('F053 F056 asks for %s as %o and stands at %s', async (wish, state, landing) => {
    signedInAs('employee', state);
    const page = await renderPage(wish);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.path()).toBe(landing);
  });
});

test('F054 routing survives everything about a person that may be missing', async () => {
  const nothing = { age: null, skills: null, photo: null, reason: null, customerId: null } as const;
  signedInAs('customer', { ...nothing, submittedAt: null, verifiedAt: null, capabilities: [] });
  answer(taskRoutes.list, { items: [], nextCursor: null });
  answer(paymentRoutes.list, { items: [], nextCursor: null });
  answer(paymentRoutes.totals, { items: [] });
  const page = await renderPage('/waiting');
  await expect.element(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(page.path()).toBe('/portal');
});
