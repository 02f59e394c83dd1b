import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { percentile, show } from './figures.ts';

/** How the customers' table scrolls in a real browser, against a product that runs: the address comes by an option. */
const { values } = parseArgs({
  options: {
    /** Where the product answers, such as `http://localhost:4280`. */
    origin: { type: 'string' },
    workspace: { type: 'string' },
    email: { type: 'string' },
    password: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    /** Pixels a frame: 60 is a quick hand, 3,600 a second. */
    step: { type: 'string', default: '60' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});

async function signIn(page: Page): Promise<void> {
  await page.goto(`${values.origin}/w/${values.workspace}/login`);
  await page.getByLabel('Email').fill(values.email ?? '');
  await page.getByLabel(/^Password/).fill(values.password ?? '');
  await page.getByRole('button', { name: 'LOGIN' }).click();
  await page.waitForURL(/home/);
}

/** Scrolls a little each frame, as a finger on a trackpad does. */
const scroll = (page: Page) =>
  page.evaluate(
    async ({ seconds, step }) => {
      const main = document.querySelector('main')!;
      const gaps: number[] = [];
      let [most, last] = [0, performance.now()];
      const end = last + seconds * 1000;
      await new Promise<void>((done) => {
        const frame = (now: number) => {
          gaps.push(now - last);
          last = now;
          main.scrollTop += step;
          most = Math.max(most, main.querySelectorAll('tbody tr').length);
          if (now < end) requestAnimationFrame(frame);
          else done();
        };
        requestAnimationFrame(frame);
      });
      return { gaps: gaps.slice(1), most, rows: Math.round(main.scrollTop / 44) };
    },
    { seconds: Number(values.seconds), step: Number(values.step) },
  );

const browser = await chromium.launch({
  executablePath: values.chromium,
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  if (values.email) await signIn(page);
  await page.goto(`${values.origin}/customers`);
  await page.getByRole('table', { name: 'Customers' }).getByRole('link').first().waitFor();
  const { gaps, most, rows } = await scroll(page);
  show(`Scrolling ${rows.toLocaleString('en')} rows of the customers' table`, [
    { what: 'frame, median', value: percentile(gaps, 50), unit: 'ms' },
    { what: 'frame, p95', value: percentile(gaps, 95), unit: 'ms', goal: { atMost: 20 } },
    {
      what: 'frames over 34 ms',
      value: (100 * gaps.filter((gap) => gap > 34).length) / gaps.length,
      unit: '%',
      goal: { atMost: 1 },
    },
    { what: 'rows in the page at most', value: most, unit: 'rows', goal: { atMost: 100 } },
  ]);
} finally {
  await browser.close();
}
