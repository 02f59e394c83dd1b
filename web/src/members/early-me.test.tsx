import { expect, test } from 'vitest';
import { memberRoutes } from '#domain/members/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
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

test('whoever is not signed in comes to the sign-in, and an answer of before is not used again', async () => {
  answer(memberRoutes.me, () => {
    throw problems.notSignedIn();
  });
  const page = await renderPage('/home');
  await expect.element(page.getByRole('button', { name: 'LOGIN' })).toBeVisible();
  expect(page.path()).toBe('/login?next=%2Fhome');
});
