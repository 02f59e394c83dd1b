import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { meQuery } from '#web/members/me.ts';
import { answer } from '#web/testing/answer.ts';
import { make } from '#web/testing/make.ts';
import { PasswordSection } from './password-section.tsx';

const chosen = 'another fine password';

async function section(isSet: boolean) {
  answer(accountRoutes.password, { isSet });
  const queries = new QueryClient();
  queries.setQueryData(meQuery.queryKey, make.me());
  return render(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <PasswordSection />
        <Notifications />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

describe('F061 changing the password on the profile', () => {
  test('asks for the current one and the new one twice, and empties the fields when it is done', async () => {
    answer(accountRoutes.changePassword, ({ body }) => {
      expect(body).toEqual({ current: 'the old password', password: chosen });
    });
    const page = await section(true);
    await page.getByLabelText('Current password *').fill('the old password');
    await page.getByLabelText('New password *').fill(chosen);
    await page.getByLabelText('New password again *').fill(chosen);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect.element(page.getByText('Password changed. Your other devices are signed out.')).toBeVisible();
    await expect.element(page.getByLabelText('Current password *')).toHaveValue('');
  });

  test('a wrong current password is marked and focused, and nothing is lost', async () => {
    answer(accountRoutes.changePassword, () => {
      throw problems.wrongPassword();
    });
    const page = await section(true);
    await page.getByLabelText('Current password *').fill('not it');
    await page.getByLabelText('New password *').fill(chosen);
    await page.getByLabelText('New password again *').fill(chosen);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect.element(page.getByText('This is not your password')).toBeVisible();
    await expect.element(page.getByLabelText('Current password *')).toHaveFocus();
    await expect.element(page.getByLabelText('New password *')).toHaveValue(chosen);
  });

  test('who has none sets a first one without an old one', async () => {
    answer(accountRoutes.changePassword, ({ body }) => {
      expect(body).toEqual({ password: chosen });
    });
    const page = await section(false);
    await page.getByLabelText('New password *').fill(chosen);
    await page.getByLabelText('New password again *').fill(chosen);
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect.element(page.getByText('Password set')).toBeVisible();
  });
});
