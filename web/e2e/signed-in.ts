import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Person } from '#infra/people/person.ts';

/** A browser of the person's own, in which they are signed in already; its pages go to paths of the product. */
export async function browserOf(browser: Browser, { origin, cookie }: Person): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin });
  const { hostname } = new URL(origin);
  await context.addCookies(
    cookie.split('; ').map((pair) => ({
      name: pair.slice(0, pair.indexOf('=')),
      value: pair.slice(pair.indexOf('=') + 1),
      domain: hostname,
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    })),
  );
  return context;
}

/** One page of that browser, at a path. */
export async function signedIn(browser: Browser, person: Person, path: string): Promise<Page> {
  const context = await browserOf(browser, person);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}
