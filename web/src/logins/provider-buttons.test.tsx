import { describe, expect, test, vi } from 'vitest';
import { OauthProvider } from '#domain/logins/login.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { renderPage, signedOut } from '#web/testing/render-page.tsx';

const slug = 'marlow-street';

async function renderAt(path: string) {
  signedOut();
  answer(workspaceRoutes.atAddress, { slug, name: 'Marlow Street Jewellers' });
  return renderPage(path);
}

describe.each([['login'], ['signup']])('on the %s page of a business', (page) => {
  test.each([
    ['F006', 'google', 'Sign in with Google'],
    ['F007', 'facebook', 'Sign in with Facebook'],
    ['F008', 'linkedin', 'Sign in with LinkedIn'],
  ] as const)('%s the button of %s sends the browser there', async (_, provider, label) => {
    answer(loginRoutes.providers, ({ query }) => {
      expect(query).toEqual({ slug });
      return { items: [...OauthProvider.options] };
    });
    answer(loginRoutes.start, ({ params, body }) => {
      expect([params, body]).toEqual([{ provider }, { slug }]);
      return { url: `${location.href.split('#')[0]}#the-company` };
    });
    const { getByRole } = await renderAt(`/w/${slug}/${page}`);

    await getByRole('button', { name: label }).click();
    await vi.waitUntil(() => location.hash === '#the-company');
    location.hash = '';
  });
});

test('companies that are switched off are not shown', async () => {
  answer(loginRoutes.providers, { items: ['google'] });
  const page = await renderAt('/login');
  await expect.element(page.getByRole('button', { name: 'Sign in with Google' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Sign in with Facebook' })).not.toBeInTheDocument();
});

test('without any company there is only the form', async () => {
  const page = await renderAt(`/w/${slug}/login`);
  await expect.element(page.getByText('Marlow Street Jewellers')).toBeVisible();
  await expect.element(page.getByText('or', { exact: true })).not.toBeInTheDocument();
});

test('the page one wished to see goes along', async () => {
  answer(loginRoutes.providers, { items: ['google'] });
  answer(loginRoutes.start, ({ body }) => {
    expect(body).toEqual({ next: '/tasks?status=pending' });
    return { url: `${location.href.split('#')[0]}#the-company` };
  });
  const page = await renderAt('/login?next=%2Ftasks%3Fstatus%3Dpending');
  await page.getByRole('button', { name: 'Sign in with Google' }).click();
  await vi.waitUntil(() => location.hash === '#the-company');
  location.hash = '';
});

test('a company that does not answer is said on the login page, which stays as it is', async () => {
  answer(loginRoutes.providers, { items: ['google', 'facebook'] });
  answer(loginRoutes.start, () => {
    throw problems.unavailable('Google');
  });
  const page = await renderAt('/login');
  await page.getByRole('textbox', { name: 'Email' }).fill('ines@example.com');
  await page.getByRole('button', { name: 'Sign in with Google' }).click();

  await expect.element(page.getByRole('alert')).toMatchTextContent('Google does not answer');
  await expect.element(page.getByRole('textbox', { name: 'Email' })).toHaveValue('ines@example.com');
  await expect.element(page.getByRole('button', { name: 'Sign in with Facebook' })).toBeEnabled();
});
