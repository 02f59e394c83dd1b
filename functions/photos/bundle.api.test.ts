import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const built = join(import.meta.dirname, '../../dist/api');
const draw = `
  const { default: sharp } = await import('sharp');
  const create = { width: 64, height: 64, channels: 3, background: '#1f4e9c' };
  const { format, width } = await sharp(await sharp({ create }).resize(48).webp().toBuffer()).metadata();
  console.log(format, width);`;

test('the built functions carry what draws pictures with them, and load it only when a picture comes', async () => {
  const alone = await mkdtemp(join(tmpdir(), 'alone-'));
  try {
    await cp(built, alone, { recursive: true });
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', draw], { cwd: alone });
    expect((await run).stdout.trim()).toBe('webp 48');
  } finally {
    await rm(alone, { recursive: true, force: true });
  }
  const parts = (await readdir(built)).filter((name) => name.endsWith('.mjs'));
  const code = (await Promise.all(parts.map((name) => readFile(join(built, name), 'utf8')))).join('\n');
  expect(code).toContain('import("sharp")');
  expect(code).not.toMatch(/(?:from|require\()\s*"sharp"/);
});
