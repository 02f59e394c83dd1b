import { expect, type Page } from '@playwright/test';
import { origin } from './people.ts';
import { openOffice } from './shop.ts';
import { browserOf } from './signed-in.ts';
import { test } from './test.ts';

/** What the browser refuses to load, run or reach because of the site's policy. */
async function refusedOn(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction('noteRefused', (what: string) => void refused.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      (window as unknown as { noteRefused: (what: string) => void }).noteRefused(`${effectiveDirective} ${blockedURI}`),
    );
  });
  return refused;
}

test('F413 the pages need nothing that their policy refuses, and a script that is not ours does not run', async ({
  browser,
}) => {
  const { ines } = await openOffice();
  const visitor = await (await browser.newContext({ baseURL: ines.origin })).newPage();
  const page = await (await browserOf(browser, ines)).newPage();
  const [refusedVisitor, refused] = [await refusedOn(visitor), await refusedOn(page)];
  const walk = async (tab: Page, paths: string[]) => {
    for (const path of paths) {
      await tab.goto(path);
      await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
      await tab.waitForLoadState('networkidle');
    }
  };
  await walk(visitor, ['/', '/login']);
  await walk(page, ['/home', '/tasks', '/segments', '/payments', '/users', '/settings']);
  expect(refusedVisitor).toEqual([]);
  expect(refused).toEqual([]);

  await page.evaluate(() => {
    const planted = document.createElement('script');
    planted.textContent = 'window.planted = true';
    document.body.append(planted);
  });
  await expect.poll(() => refused).toEqual(['script-src-elem inline']);
  expect(await page.evaluate(() => 'planted' in window)).toBe(false);
  await expect(page.evaluate(() => fetch('https://elsewhere.example/'))).rejects.toThrow();
  await expect.poll(() => refused).toContainEqual(expect.stringContaining('connect-src https://elsewhere.example'));
});

test('F411 the site comes compressed, is kept by its digests, and is asked for again only by name', async ({
  request,
}) => {
  const page = await request.get(origin());
  expect(page.headers()).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-cache' });
  expect((await request.get(origin(), { headers: { 'if-none-match': page.headers()['etag']! } })).status()).toBe(304);
  const [script] = /\/assets\/[\w-]+\.js/.exec(await page.text())!;
  const loaded = await request.get(`${origin()}${script}`);
  expect(loaded.headers()).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await request.get(`${origin()}/assets/gone.js`)).status()).toBe(404);
});
