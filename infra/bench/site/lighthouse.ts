import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { findBrowser } from '../../local/browser.ts';
import { type Figure, percentile } from '../figures.ts';

/** Not a dependency: npm fetches it for the run. */
const version = '13.5.0';
const kinds = { performance: 90, accessibility: 100, 'best-practices': 100 };
type Kind = keyof typeof kinds;

const Category = z.object({ score: z.number(), auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) });
const Report = z.object({
  categories: z.record(z.enum(['performance', 'accessibility', 'best-practices']), Category),
  audits: z.record(z.string(), z.object({ score: z.number().nullable(), numericValue: z.number().optional() })),
});
type Report = z.infer<typeof Report>;

type Page = { url: string; /** Of somebody who is signed in. */ cookie?: string };

/** One run in the preset that stands for a phone: a slow network, and a processor a quarter as fast. */
async function run({ url, cookie }: Page): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  const file = join(folder, 'report.json');
  const options = [
    `--output=json`,
    `--output-path=${file}`,
    '--quiet',
    `--only-categories=${Object.keys(kinds).join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox',
    ...(cookie ? [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`] : []),
  ];
  try {
    const child = spawn('npx', ['--yes', `lighthouse@${version}`, url, ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, CHROME_PATH: findBrowser() },
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`Lighthouse ended with ${code} at ${url}.`);
    return Report.parse(JSON.parse(await readFile(file, 'utf8')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Medians of some runs, and under them what a category loses points by. */
export async function lighthouse(page: Page, runs: number): Promise<Figure[]> {
  const reports: Report[] = [];
  for (let turn = 0; turn < runs; turn++) reports.push(await run(page));
  const median = (value: (report: Report) => number) => percentile(reports.map(value), 50);
  const audit = (id: string) => (report: Report) => report.audits[id]?.numericValue ?? Number.NaN;
  const missed = new Set(reports.flatMap(losses));
  return [
    ...(Object.entries(kinds) as [Kind, number][]).map(([kind, atLeast]) => ({
      what: kind.replace('-', ' '),
      value: median(({ categories }) => Math.round(100 * categories[kind].score)),
      unit: 'of 100',
      goal: { atLeast },
    })),
    { what: 'first paint of content', value: median(audit('first-contentful-paint')), unit: 'ms' },
    { what: 'largest paint of content', value: median(audit('largest-contentful-paint')), unit: 'ms' },
    { what: 'blocked by script', value: median(audit('total-blocking-time')), unit: 'ms' },
    ...[...missed].map((id) => ({ what: `loses points by ${id}`, value: 0, unit: '' })),
  ];
}

/** Performance is a scale, of which the figures above speak: the other two are lists of yes and no. */
const losses = ({ categories, audits }: Report): string[] =>
  [categories.accessibility, categories['best-practices']].flatMap(({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id),
  );
