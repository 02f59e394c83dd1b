import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { type Figure, percentile, show } from './figures.ts';
import { login, startFilled } from './lists/filled.ts';
import { startWithUsers } from './users/filled.ts';

/*
 * How a table scrolls in a real browser: node infra/bench/frames.ts [folder]. Without options the product is started
 * with the 100,000 customers of the lists' benchmark, which a folder keeps for the next run; with `--table users` with
 * the 4,400 users of theirs.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    table: { type: 'string', default: 'customers' },
    /** Another product that runs, such as `http://localhost:4280`, and whose list to scroll there. */
    origin: { type: 'string' },
    workspace: { type: 'string', default: login.slug },
    email: { type: 'string', default: login.email },
    password: { type: 'string', default: login.password },
    seconds: { type: 'string', default: '10' },
    /** Pixels a frame: 60 is a quick hand, 3,600 a second. */
    step: { type: 'string', default: '60' },
    chromium: { type: 'string', default: process.env['CHROMIUM'] ?? '/usr/bin/chromium' },
  },
});
const seconds = Number(values.seconds);
const tables = {
  customers: { path: '/customers', name: 'Customers', start: () => startFilled(positionals[0]) },
  users: { path: '/users', name: 'Users', start: async () => (await startWithUsers()).stack },
};
const table = tables[values.table === 'users' ? 'users' : 'customers'];

async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/w/${values.workspace}/login`);
  await page.getByLabel('Email').fill(values.email);
  await page.getByLabel(/^Password/).fill(values.password);
  await page.getByRole('button', { name: 'LOGIN' }).click();
  await page.waitForURL(/home/);
}

type Watched = { gaps: number[]; blanks: number[]; most: number; rows: number };

/** Every frame of some seconds, in which `act` is done: its length, and how long a row in sight stood empty. */
const watch = (page: Page, act: 'scroll' | 'end'): Promise<Watched> =>
  page.evaluate(
    async ({ ms, step, act: what }) => {
      const main = document.querySelector('main')!;
      const [gaps, blanks]: number[][] = [[], []];
      let [most, last, blankSince] = [0, performance.now(), 0];
      const end = last + ms;
      const isBlank = () =>
        [...main.querySelectorAll('tbody tr[aria-hidden] i')].some((bone) => {
          const { top, bottom } = bone.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        });
      await new Promise<void>((done) => {
        const frame = (now: number) => {
          gaps!.push(now - last);
          last = now;
          if (what === 'scroll') main.scrollTop += step;
          // A key that is held repeats about every other frame.
          else if (gaps!.length % 2 === 0)
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
          most = Math.max(most, main.querySelectorAll('tbody tr').length);
          if (isBlank()) blankSince ||= now;
          else if (blankSince) {
            blanks!.push(now - blankSince);
            blankSince = 0;
          }
          if (now < end) requestAnimationFrame(frame);
          else done();
        };
        requestAnimationFrame(frame);
      });
      return { gaps: gaps!.slice(1), blanks: blanks!, most, rows: Math.round(main.scrollTop / 44) };
    },
    { ms: seconds * 1000, step: Number(values.step), act },
  );

const figuresOf = ({ gaps, blanks, most, rows }: Watched): Figure[] => [
  { what: 'frame, median', value: percentile(gaps, 50), unit: 'ms' },
  { what: 'frame, p95', value: percentile(gaps, 95), unit: 'ms', goal: { atMost: 20 } },
  {
    what: 'frames over 34 ms',
    value: (100 * gaps.filter((gap) => gap > 34).length) / gaps.length,
    unit: '%',
    goal: { atMost: 1 },
  },
  { what: 'rows in the page at most', value: most, unit: 'rows', goal: { atMost: 100 } },
  { what: 'rows passed', value: rows / seconds, unit: 'rows/s' },
  { what: `empty rows in sight, ${blanks.length} times: the longest`, value: Math.max(0, ...blanks), unit: 'ms' },
];

const started = values.origin === undefined ? await table.start() : undefined;
const origin = values.origin ?? started!.ready.origin;
const browser = await chromium.launch({
  executablePath: values.chromium,
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await signIn(page, origin);
  for (const [act, title] of [
    ['scroll', `Scrolling the table of ${values.table}`],
    ['end', 'End held down in it'],
  ] as const) {
    await page.goto(`${origin}${table.path}`);
    await page.getByRole('table', { name: table.name }).getByRole('link').first().waitFor();
    show(title, figuresOf(await watch(page, act)));
  }
} finally {
  await browser.close();
  await started?.[Symbol.asyncDispose]();
}
