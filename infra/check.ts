import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './local/browser.ts';

const root = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'starone-check-'));
const env = { ...process.env, CHROMIUM: findBrowser() };

type Counts = { passed: number; failed: number };
type Step = { name: string; bin: string; args: string[]; counts?: () => Counts };

const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const steps: Step[] = [
  { name: 'format', bin: 'oxfmt', args: ['--check', '.'] },
  { name: 'lint', bin: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'types', bin: 'tsc', args: ['--noEmit', '-p', '.'] },
  {
    name: 'tests',
    bin: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    counts: () => {
      const { numPassedTests, numTotalTests } = readReport(vitestReport) as {
        numPassedTests: number;
        numTotalTests: number;
      };
      return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
    },
  },
  {
    name: 'journeys',
    bin: 'playwright',
    args: ['test', '--config', 'web/e2e/playwright.config.ts', '--reporter=list,json'],
    counts: () => {
      const { stats } = readReport(playwrightReport) as {
        stats: { expected: number; unexpected: number; flaky: number; skipped: number };
      };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
    },
  },
];

const total = { passed: 0, failed: 0 };
for (const { name, bin, args, counts } of [
  { name: 'build', bin: 'node', args: ['infra/build.ts'] } as Step,
  ...steps,
]) {
  console.log(`\n== ${name}`);
  const file = bin === 'node' ? process.execPath : join(root, 'node_modules/.bin', bin);
  const started = Date.now();
  const { status } = spawnSync(file, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
  });
  const counted = countedBy(counts);
  total.passed += counted.passed;
  // A step that ends badly without a failing test has failed itself.
  total.failed += counted.failed > 0 || status === 0 ? counted.failed : 1;
  if (!counts && status === 0) total.passed += 1;
  console.log(`   ${name}: ${status === 0 ? 'ok' : 'failed'} in ${Math.round((Date.now() - started) / 1000)} s`);
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function countedBy(counts: Step['counts']): Counts {
  try {
    return counts?.() ?? { passed: 0, failed: 0 };
  } catch {
    // No report was written: the step's own exit code says the rest.
    return { passed: 0, failed: 0 };
  }
}

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
