import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const textOf = (folder: string, pattern: string): string =>
  globSync(pattern, { cwd: join(root, folder) })
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');
/** Mantine's names of its own classes. */
const classesIn = (text: string): Set<string> => new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g));

test('each part of Mantine that the pages use has its styles in web/src/mantine.css', () => {
  const used = classesIn(textOf('web/dist/assets', '*.js'));
  const sent = classesIn(textOf('web/dist/assets', '*.css'));
  const offered = classesIn(textOf('node_modules/@mantine/core', 'styles.css'));
  expect(used.size).toBeGreaterThan(0);
  expect([...used].filter((name) => offered.has(name) && !sent.has(name))).toEqual([]);
});
