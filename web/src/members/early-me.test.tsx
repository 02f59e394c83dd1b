import { createMemoryHistory } from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { memberRoutes } from '#domain/members/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { App, makeApp } from '#web/app.tsx';
import { answer } from '#web/testing/answer.ts';
import { answerEmptyHome } from '#web/testing/empty-home.ts';
import { make } from '#web/testing/make.ts';
import { renderPage } from '#web/testing/render-page.tsx';

test('a page asks who is there once, with its first breath', async () => {
  answerEmptyHome();
  let asked = 0;
  answer(memberRoutes.me, () => {
    asked += 1;
    return make.me({ role: 'admin' });
  });
  const page = await renderPage('/home');
  expect(asked).toBe(1);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(asked).toBe(1);
});

test('what an address that leads nowhere asked is no answer for the page after it', async () => {
  answerEmptyHome();
  let isIn = false;
  answer(memberRoutes.me, () => {
    if (!isIn) throw problems.notSignedIn();
    return make.me({ role: 'admin' });
  });
  const history = createMemoryHistory({ initialEntries: ['/nowhere'] });
  const page = await render(<App {...makeApp(history)} />);
  await expect.element(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  isIn = true;
  const been: string[] = [];
  history.subscribe(({ location }) => been.push(location.pathname));
  history.push('/home');
  await expect.element(page.getByRole('heading', { level: 1, name: /^Good/ })).toBeVisible();
  expect(been).toEqual(['/home']);
});

test('whoever is not signed in comes to the sign-in', async () => {
  answer(memberRoutes.me, () => {
    throw problems.notSignedIn();
  });
  const page = await renderPage('/home');
  await expect.element(page.getByRole('button', { name: 'LOGIN' })).toBeVisible();
  expect(page.path()).toBe('/login?next=%2Fhome');
});
