import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { problems } from '#domain/kernel/problem.ts';
import type { ConnectedLogin } from '#domain/logins/login.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { makeQueries } from '#web/platform/queries.ts';
import { answer } from '#web/testing/answer.ts';
import { LoginsSection } from './logins-section.tsx';

const renderSection = () =>
  render(
    <MantineProvider>
      <QueryClientProvider client={makeQueries()}>
        <LoginsSection />
        <Notifications />
      </QueryClientProvider>
    </MantineProvider>,
  );

const connectedAt = '2026-11-20T09:00:00.000Z';

test('a connected account is disconnected, one that is not is connected at the company', async () => {
  let isConnected = true;
  answer(loginRoutes.mine, () => {
    const items: ConnectedLogin[] = [
      { provider: 'google', connectedAt: isConnected ? connectedAt : null },
      { provider: 'linkedin', connectedAt: null },
    ];
    return { items };
  });
  answer(loginRoutes.unlink, ({ params }) => {
    expect(params).toEqual({ provider: 'google' });
    isConnected = false;
  });
  answer(loginRoutes.link, ({ params }) => {
    expect(params).toEqual({ provider: 'linkedin' });
    return { url: `${location.href.split('#')[0]}#the-company` };
  });
  const page = await renderSection();

  await page.getByRole('button', { name: 'Disconnect Google' }).click();
  await expect.element(page.getByText('Google is disconnected')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Connect Google', exact: true })).toBeEnabled();
  await page.getByRole('button', { name: 'Connect LinkedIn' }).click();
  await vi.waitUntil(() => location.hash === '#the-company');
  location.hash = '';
});

test('the last way in says why it stays', async () => {
  answer(loginRoutes.mine, { items: [{ provider: 'google', connectedAt }] });
  answer(loginRoutes.unlink, () => {
    throw problems.conflict('This is your only way to sign in.');
  });
  const page = await renderSection();
  await page.getByRole('button', { name: 'Disconnect Google' }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('only way to sign in');
  await expect.element(page.getByRole('button', { name: 'Disconnect Google' })).toBeEnabled();
});

test('without any company there is a sentence, and a failure can be tried again', async () => {
  let isDown = true;
  answer(loginRoutes.mine, () => {
    if (isDown) throw problems.forbidden();
    return { items: [] };
  });
  const page = await renderSection();
  await expect.element(page.getByRole('alert')).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.element(page.getByText('No account of another company can be connected here.')).toBeVisible();
});
