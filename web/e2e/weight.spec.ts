import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { memberRoutes } from '#domain/members/routes.ts';
import { openOffice } from './shop.ts';
import { test } from './test.ts';

test('F411 the sign-in of a business is ready to use with 120 kB of script', async ({ browser }) => {
  const { ines } = await openOffice();
  const { workspace } = await ines.call(memberRoutes.me);
  const page = await (await browser.newContext({ baseURL: ines.origin })).newPage();
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  await page.addInitScript(() => {
    const look = () => {
      if (!document.querySelector('input[type=password]')) return;
      observer.disconnect();
      requestAnimationFrame(() => performance.mark('ready'));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`/w/${workspace.slug}/login`);
  await page.getByLabel('Email').fill('ines@example.com');
  await page.waitForLoadState('networkidle');

  // What was asked for by the time the form was painted; the rest comes while somebody types.
  const before = await page.evaluate(() => {
    const ready = performance.getEntriesByName('ready')[0]!.startTime;
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < ready)
      .map(({ name }) => name);
  });
  const sizes = await Promise.all(before.map(async (url) => gzipSync(await scripts.get(url)!).length));
  expect(before.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(120_000);
  expect(scripts.size).toBeGreaterThan(before.length);
});
