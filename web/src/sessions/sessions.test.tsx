import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { problems } from '#domain/kernel/problem.ts';
import { sessionRoutes } from '#domain/sessions/routes.ts';
import type { Session } from '#domain/sessions/session.ts';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { renderPage, signedInAs, signedOut } from '#web/testing/render-page.tsx';
import { MemberSessions } from './member-sessions.tsx';
import { SessionsSection } from './sessions-section.tsx';

const session = (change: Partial<Session> = {}): Session => ({
  id: crypto.randomUUID(),
  device: 'Chrome on Windows',
  place: '203.0.113.7',
  by: 'password',
  createdAt: '2026-11-20T09:00:00.000Z',
  lastSeenAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
  isCurrent: false,
  ...change,
});
const here = session({ device: 'Firefox on Linux', isCurrent: true });
const phone = session({ device: 'Safari on iOS', by: 'passkey', place: '198.51.100.2' });

const shown = (children: ReactNode) =>
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        {children}
        <Notifications />
      </QueryClientProvider>
    </MantineProvider>,
  );

describe('F060 where I am signed in', () => {
  test('names each browser, where and how it came in, and marks this one', async () => {
    answer(sessionRoutes.list, { items: [here, phone] });
    const page = await shown(<SessionsSection />);
    const [mine, other] = [page.getByRole('listitem').nth(0), page.getByRole('listitem').nth(1)];
    await expect.element(mine.getByText('This browser')).toBeVisible();
    await expect.element(other.getByText('198.51.100.2')).toBeVisible();
    await expect.element(other.getByText(/since 20 Nov 2026, by a passkey/)).toBeVisible();
    await expect.element(other.getByText('last seen 3 h ago')).toBeVisible();
    expect(mine.getByRole('button').elements()).toEqual([]);
  });

  test('one is ended, and is gone from the list', async () => {
    let items = [here, phone];
    answer(sessionRoutes.list, () => ({ items }));
    answer(sessionRoutes.end, ({ params }) => {
      items = items.filter(({ id }) => id !== params.sessionId);
    });
    const page = await shown(<SessionsSection />);
    await page.getByRole('button', { name: 'Sign out Safari on iOS, 198.51.100.2' }).click();
    await expect.element(page.getByText('Signed out there')).toBeVisible();
    await expect.element(page.getByText('Safari on iOS')).not.toBeInTheDocument();
    await expect.element(page.getByText('Firefox on Linux')).toBeVisible();
    expect(page.getByRole('button', { name: 'Sign out everywhere else' }).elements()).toEqual([]);
  });

  test('all others are ended at once', async () => {
    let items = [here, phone, session()];
    answer(sessionRoutes.list, () => ({ items }));
    answer(sessionRoutes.endOthers, () => {
      items = [here];
    });
    const page = await shown(<SessionsSection />);
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await expect.element(page.getByText('Safari on iOS')).not.toBeInTheDocument();
    expect(page.getByRole('listitem').elements()).toHaveLength(1);
  });

  test('what fails is said, and the list can be asked for again', async () => {
    let isUp = false;
    answer(sessionRoutes.list, () => {
      if (!isUp) throw problems.unavailable('The database');
      return { items: [here] };
    });
    const page = await shown(<SessionsSection />);
    await expect.element(page.getByRole('alert').getByText(/The database does not answer/)).toBeVisible();
    isUp = true;
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByText('Firefox on Linux')).toBeVisible();
  });
});

test('ASVS 7.4.5 an admin sees where a member is signed in, and ends all of it', async () => {
  const memberId = crypto.randomUUID();
  let items = [phone];
  answer(sessionRoutes.ofMember, ({ params }) => ({ items: params.memberId === memberId ? items : [] }));
  answer(sessionRoutes.signOutMember, () => {
    items = [];
  });
  const page = await shown(<MemberSessions memberId={memberId} />);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect.element(page.getByText('Not signed in anywhere.')).toBeVisible();
});

describe('F059 a session that ends while a page is open', () => {
  test('leads the page to the sign-in, which leads back', async () => {
    signedInAs('admin');
    answerEmptyHome();
    const page = await renderPage('/home');
    await goLive();
    signedOut();
    sendLive({ kind: 'session.ended' });
    await expect.poll(page.path).toBe('/login?next=%2Fhome');
  });

  test('leaves a page alone whose own session goes on', async () => {
    signedInAs('admin');
    answerEmptyHome();
    const page = await renderPage('/home');
    await goLive();
    sendLive({ kind: 'session.ended' });
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.path()).toBe('/home');
  });
});

test('ASVS 7.4.4 every page behind the sign-in has the way out', async () => {
  signedInAs('admin');
  answerEmptyHome();
  const page = await renderPage('/home');
  await page.getByRole('button', { name: 'Your account, Ines Halvorsen' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Log out' })).toBeVisible();
});
