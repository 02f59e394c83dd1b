import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What the keys of the services we use, and of those we do not, look like. */
const keys: Record<string, RegExp> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a Stripe key': /\b[sr]k_(live|test)_[A-Za-z0-9]{16,}/,
  'a Stripe webhook secret': /\bwhsec_[A-Za-z0-9]{24,}/,
  'an Azure account key': /AccountKey=(?!\$|<)[A-Za-z0-9+/]{60,}={0,2}/,
  'an Azure client secret': /\b[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,34}\b/,
  'a Google client secret': /\bGOCSPX-[A-Za-z0-9_-]{20,}/,
  'an AWS key': /\bAKIA[0-9A-Z]{16}\b/,
  'a GitHub token': /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  'a JSON Web Token': /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}/,
};

/** Published by Microsoft for its own emulators: they open nothing else. */
const known = [
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
  'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==',
];

/** What is committed, or would be with the next commit; what was deleted since is listed too. */
const committed = (): string[] =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((file) => /\.(ts|tsx|mjs|js|json|md|html|css|yml|yaml|bicep|http|txt|env|csv)$|^[^.]+$/.test(file))
    .filter((file) => existsSync(join(root, file)));

function keysIn(file: string): string[] {
  const text = known.reduce((rest, key) => rest.replaceAll(key, ''), readFileSync(join(root, file), 'utf8'));
  return Object.entries(keys).flatMap(([name, pattern]) => (pattern.test(text) ? [`${file}: ${name}`] : []));
}

test('W12 no secret stands in the repository', () => {
  expect(committed().flatMap(keysIn)).toEqual([]);
});

test.each([
  ['a Stripe key', ['sk', 'live', 'abcdefghijklmnop1234'].join('_')],
  ['a private key', ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ')],
])('W12 %s would be found', (name, secret) => {
  expect(keys[name]!.test(`const key = '${secret}';`)).toBe(true);
});
