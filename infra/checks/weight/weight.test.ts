import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tooHeavy, weighed } from './budgets.ts';
import { readSite, scriptsOf } from './weigh.ts';

const built = join(import.meta.dirname, '../../../web/dist');

describe('the built site keeps its budgets', () => {
  test.each(weighed(readSite(built)))('$what weighs $weighs of $most kB', ({ most, weighs }) => {
    expect(weighs).toBeLessThanOrEqual(most);
  });
});

describe('a piece that is too heavy is found', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'weight-'));
    await cp(built, folder, { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('in the login, which every other page loads as well', async () => {
    const site = readSite(folder);
    const [file] = scriptsOf(site, ['index.html']);
    // Nothing compresses what is random.
    await writeFile(join(folder, file!), randomBytes(150_000));
    expect(tooHeavy(site).map(({ what }) => what)).toContain('the login');
  });

  test('a source that has no chunk any more is an error, not a page without weight', () => {
    expect(() => scriptsOf(readSite(folder), ['src/gone-page.tsx'])).toThrow('src/gone-page.tsx');
  });
});
