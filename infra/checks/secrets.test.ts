import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSecretFile, secretsIn } from './secrets.ts';

const root = join(import.meta.dirname, '../..');

/** What is committed, or would be with the next commit; what was deleted since is listed too. */
const committed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));

/** A byte of zero stands in pictures and fonts, and in no text. */
const isText = (bytes: Buffer): boolean => !bytes.subarray(0, 8000).includes(0);

test('W12 F413 no secret stands in the repository: code, tests, documents, pipelines and settings', () => {
  const found = committed.flatMap((file) => {
    const bytes = readFileSync(join(root, file));
    return isText(bytes) ? secretsIn(bytes.toString()).map((name) => `${file}: ${name}`) : [];
  });
  expect(committed.length).toBeGreaterThan(1000);
  expect(found).toEqual([]);
});

test('W12 F413 no file that holds secrets by its nature is in the repository', () => {
  expect(committed.filter(isSecretFile)).toEqual([]);
});

describe('W12 would be found', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.repeat(2);
  // In parts, so that this file is not found itself.
  test.each([
    ['a private key', ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ')],
    ['a private key', ['-----BEGIN', 'PRIVATE KEY-----'].join(' ')],
    ['a Stripe key', `sk_live_${letters.slice(0, 24)}`],
    ['a Stripe key', `rk_test_${letters.slice(0, 24)}`],
    ['a Stripe webhook secret', `whsec_${letters.slice(0, 32)}`],
    ['an Azure key', `AccountKey=${letters.slice(0, 86)}==`],
    ['an Azure key', `Endpoint=https://x.example;AccessKey=${letters.slice(0, 43)}=;Version=1.0;`],
    ['an Azure signature', `https://x.example/media/a.webp?sv=2025-01-05&sig=${letters.slice(0, 43)}%3D`],
    ['an Azure client secret', `abc8Q~${letters.slice(0, 34)}`],
    ['a Google client secret', `GOCSPX-${letters.slice(0, 28)}`],
    ['a Google key', `AIza${letters.slice(0, 35)}`],
    ['an AWS key', ['AKIA', 'ABCDEFGH12345678'].join('')],
    ['a GitHub token', `ghp_${letters.slice(0, 36)}`],
    ['a GitHub token', `github_pat_${letters.slice(0, 82)}`],
    ['an npm token', `npm_${letters.slice(0, 36)}`],
    ['a Slack token', `xoxb-${letters.slice(0, 30)}`],
    ['a mail key', `SG.${letters.slice(0, 22)}.${letters.slice(0, 43)}`],
    ['a model key', `sk-ant-${letters.slice(0, 60)}`],
    ['a password in an address', `smtp://crm:${letters.slice(0, 12)}@mail.example`],
    ['a JSON Web Token', [1, 2].map(() => `eyJ${letters.slice(0, 30)}`).join('.') + `.${letters.slice(0, 40)}`],
  ])('%s', (name, secret) => {
    expect(secretsIn(`const key = '${secret}';`)).toEqual([name]);
  });

  test.each([
    '.env',
    'web/.env.production',
    'local.settings.json',
    '.azure/prod/config.json',
    'cert.pfx',
    'a/server.key',
  ])('the file %s', (path) => expect(isSecretFile(path)).toBe(true));
});

test.each(['AccountKey=${key}', 'AccountKey=<your key>', 'STRIPE_SECRET_KEY: sk_test_...', 'whsec_local'])(
  'an example is none: %s',
  (text) => expect(secretsIn(text)).toEqual([]),
);

test('a list of what to set is no secret: .env.example', () => {
  expect(isSecretFile('.env.example')).toBe(false);
});
