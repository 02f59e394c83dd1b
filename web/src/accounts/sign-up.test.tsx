import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const ticket = 'sign-up-0123456789';
const codeSent = { ticket, resendAfterSeconds: 100 };

async function signUpPage() {
  answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
  const page = await renderPage('/w/marlow-street/signup');
  const fill = async () => {
    await page.getByRole('textbox', { name: 'Name' }).fill('Dipika Sarraf');
    await page.getByRole('textbox', { name: 'Email' }).fill('dipika@example.com');
    await page.getByRole('textbox', { name: 'Age' }).fill('34');
    await page.getByLabelText('Password *').fill('correct horse');
  };
  return { ...page, fill, sendOtp: () => page.getByRole('button', { name: 'SEND OTP' }).click() };
}

describe('signing up at a business', () => {
  test('F015 F022 F023 F030 the form, then the code, then the profile', async () => {
    answer(accountRoutes.signUp, ({ body }) => {
      expect(body).toEqual({
        slug: 'marlow-street',
        name: 'Dipika Sarraf',
        email: 'dipika@example.com',
        age: 34,
        role: 'customer',
        password: 'correct horse',
      });
      return codeSent;
    });
    answer(accountRoutes.prove, ({ body }) => {
      expect(body).toEqual({ ticket, code: '407123' });
      return signedInAs('customer', { status: 'email-verified', submittedAt: null });
    });
    const page = await signUpPage();
    await expect.element(page.getByText('Marlow Street Jewellers')).toBeVisible();
    await page.fill();
    await page.sendOtp();

    await expect.element(page.getByRole('button', { name: 'SEND OTP' })).not.toBeInTheDocument();
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Dipika Sarraf');
    await expect.element(page.getByLabelText('Password *')).toHaveValue('correct horse');
    await page.getByRole('textbox', { name: 'OTP' }).fill('407123');
    await userEvent.keyboard('{Enter}');

    await expect.element(page.getByText('User registered successfully')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Complete Your Profile' })).toBeVisible();
  });

  test('the code can be pasted with spaces around and inside', async () => {
    answer(accountRoutes.signUp, codeSent);
    const page = await signUpPage();
    await page.fill();
    await page.sendOtp();

    const otp = page.getByRole('textbox', { name: 'OTP' });
    await expect.element(otp).toHaveFocus();
    await otp.fill(' 407 123 ');
    await expect.element(otp).toHaveValue('407123');
  });

  test('F028 a wrong code says "Invalid or expired OTP" with the word Error, and another try is open', async () => {
    answer(accountRoutes.signUp, codeSent);
    answer(accountRoutes.prove, () => {
      throw problems.badCode();
    });
    const page = await signUpPage();
    await page.fill();
    await page.sendOtp();
    await page.getByRole('textbox', { name: 'OTP' }).fill('000000');
    await page.getByRole('button', { name: 'SUBMIT OTP' }).click();

    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent('Invalid or expired OTP');
    await expect.element(alert.getByRole('img', { name: 'Error' })).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'OTP' })).toHaveValue('000000');
    await expect.element(page.getByRole('button', { name: 'SUBMIT OTP' })).toBeEnabled();
  });

  test('F024 the code can be sent again when the seconds are over', async () => {
    answer(accountRoutes.signUp, { ticket, resendAfterSeconds: 1 });
    answer(accountRoutes.resendCode, ({ body }) => {
      expect(body).toEqual({ ticket });
      return codeSent;
    });
    const page = await signUpPage();
    await page.fill();
    await page.sendOtp();

    await expect.element(page.getByText('You can resend OTP in 1s')).toBeVisible();
    await page.getByRole('button', { name: 'Resend OTP' }).click();
    await expect.element(page.getByText(/You can resend OTP in (100|99|98)s/)).toBeVisible();
  });

  test('details can be changed after the code was sent, and nothing typed is lost', async () => {
    answer(accountRoutes.signUp, codeSent);
    const page = await signUpPage();
    await page.fill();
    await page.sendOtp();
    await page.getByRole('button', { name: 'Change these details' }).click();

    await expect.element(page.getByRole('textbox', { name: 'OTP' })).not.toBeInTheDocument();
    await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveValue('dipika@example.com');
    await expect.element(page.getByRole('button', { name: 'SEND OTP' })).toBeVisible();
  });

  test('what the server refuses stands under its field, which is focused', async () => {
    answer(accountRoutes.signUp, () => {
      throw problems.invalid([{ pointer: '/body/password', detail: 'This password is too common' }]);
    });
    const page = await signUpPage();
    await page.fill();
    await page.sendOtp();

    await expect.element(page.getByText('This password is too common')).toBeVisible();
    await expect.element(page.getByLabelText('Password *')).toHaveFocus();
    await expect.element(page.getByLabelText('Password *')).toHaveAccessibleDescription(/too common/);
  });

  test('F018 an age that is no number is refused on the page', async () => {
    const page = await signUpPage();
    await page.fill();
    await page.getByRole('textbox', { name: 'Age' }).fill('');
    await page.sendOtp();
    await expect.element(page.getByText('Age must be a whole number')).toBeVisible();
  });

  test('too many tries says how long to wait', async () => {
    answer(accountRoutes.signUp, () => {
      throw problems.tooManyTries(30);
    });
    const page = await signUpPage();
    await page.fill();
    await page.sendOtp();
    await expect.element(page.getByRole('alert').getByText('Please try again in 30 seconds.')).toBeVisible();
  });

  test('F019 an employee can sign up too', async () => {
    answer(accountRoutes.signUp, ({ body }) => {
      expect(body.role).toBe('employee');
      return codeSent;
    });
    const page = await signUpPage();
    await page.fill();
    await page.getByRole('combobox', { name: 'Role' }).click();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await page.sendOtp();
    await expect.element(page.getByRole('textbox', { name: 'OTP' })).toBeVisible();
  });

  test('F025 "Already registered? Go to Login" leads to the login of the same business', async () => {
    const page = await signUpPage();
    await expect
      .element(page.getByRole('link', { name: 'Go to Login' }))
      .toHaveAttribute('href', '/w/marlow-street/login');
  });

  test('an address that no business has says so', async () => {
    answer(workspaceRoutes.atAddress, () => {
      throw problems.notFound('The business');
    });
    const page = await renderPage('/w/nobody-here/signup');
    await expect.element(page.getByRole('heading', { name: 'No business here' })).toBeVisible();
    await expect.element(page.getByText('nobody-here')).toBeVisible();
  });

  test('when the server does not answer, Retry shows the form', async () => {
    answer(workspaceRoutes.atAddress, () => {
      throw new ProblemError({ type: '/problems/forbidden', title: 'Not now', status: 403 });
    });
    const page = await renderPage('/w/marlow-street/signup');
    await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible();

    answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByRole('button', { name: 'SEND OTP' })).toBeVisible();
  });
});
