import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from '../local/browser.ts';
import { show } from './figures.ts';
import { login, signedIn, startFilled } from './lists/filled.ts';
import { lighthouse } from './site/lighthouse.ts';
import { moments } from './site/moments.ts';

/*
 * How the site feels: node infra/bench/site.ts [folder], the folder as of lists.ts. Lighthouse with its preset for
 * phones, and in a quick browser three moments with 100,000 customers. `--only lighthouse` or `--only moments`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, runs: { type: 'string', default: '3' } },
});
await using stack = await startFilled(positionals[0]);
const { origin } = stack.ready;
const { cookie } = await signedIn(stack.ready);

if (values.only !== 'lighthouse') {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: origin });
    await page.goto(`/w/${login.slug}/login`);
    await page.getByLabel('Email').fill(login.email);
    await page.getByLabel(/^Password/).fill(login.password);
    await page.getByRole('button', { name: 'LOGIN' }).click();
    await page.waitForURL(/home/);
    show('The site with 100,000 customers', await moments(page));
  } finally {
    await browser.close();
  }
}
if (values.only !== 'moments') {
  const pages = [
    { name: 'the login', url: `${origin}/w/${login.slug}/login` },
    { name: 'tasks', url: `${origin}/tasks`, cookie },
    { name: 'segments', url: `${origin}/segments`, cookie },
  ];
  for (const { name, ...page } of pages)
    show(`Lighthouse, as on a phone: ${name}`, await lighthouse(page, Number(values.runs)));
}
