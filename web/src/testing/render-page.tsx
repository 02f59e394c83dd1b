import '#web/mantine.css';
import '@mantine/notifications/styles.css';
import '#web/app.css';
import { notifications } from '@mantine/notifications';
import { createMemoryHistory } from '@tanstack/react-router';
import { page as browser } from 'vitest/browser';
import { cleanup, render, type RenderResult } from 'vitest-browser-react';
import type { Role } from '#domain/kernel/access.ts';
import type { Me, SignedIn } from '#domain/members/member.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { notificationRoutes } from '#domain/notifications/routes.ts';
import { photoRoutes } from '#domain/photos/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { presenceRoutes } from '#domain/presence/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { App, makeApp } from '#web/app.tsx';
import { answer } from './answer.ts';
import { make } from './make.ts';

type Page = RenderResult & {
  /** The path the page stands at now, with its search. */
  path: () => string;
  /** The browser's own step back. */
  back: () => void;
};

/** The window of a test that speaks of no other; vitest.config.ts opens it so. */
const [width, height] = [1280, 800];

/** Mounts the whole app at a path, as the browser would. */
export async function renderPage(path: string): Promise<Page> {
  const history = createMemoryHistory({ initialEntries: [path] });
  const result = await render(<App {...makeApp(history)} />);
  return { ...result, path: () => history.location.href, back: () => history.back() };
}

/** Answers `GET /api/me` with a verified member of this role, changed as given. */
export function signedInAs(role: Role, change: Partial<Me['member']> = {}): Me {
  const me = make.me({ role, ...change });
  answer(memberRoutes.me, me);
  return me;
}

/** The answer to a sign-in that leads in. */
export const entersAs = (role: Role): SignedIn => ({ step: 'in', me: signedInAs(role) });

export function signedOut(): void {
  answer(memberRoutes.me, () => {
    throw problems.notSignedIn();
  });
}

/** What any page may ask for, and a test speaks of only where it is about it: there is nothing. */
export function answerUsual(): void {
  answer(loginRoutes.providers, { items: [] });
  answer(roomRoutes.unread, { rooms: 0 });
  answer(notificationRoutes.list, { items: [], nextCursor: null });
  answer(notificationRoutes.unread, { subjects: 0 });
  answer(photoRoutes.faces, { items: [] });
  answer(presenceRoutes.list, { items: [] });
  answer(memberRoutes.loads, { items: [] });
}

export async function leavePage(): Promise<void> {
  await cleanup();
  notifications.clean();
  localStorage.clear();
  location.hash = '';
  if (innerWidth !== width || innerHeight !== height) await browser.viewport(width, height);
}
