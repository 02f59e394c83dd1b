import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const oxlint = join(root, 'node_modules/.bin/oxlint');
const house = mkdtempSync(join(tmpdir(), 'starone-house-'));
cpSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** What the linter says of one file at that place in the house. */
function lint(path: string, source: string): string {
  const file = join(house, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  const { stdout } = spawnSync(oxlint, ['-c', '.oxlintrc.json', path], { cwd: house, encoding: 'utf8' });
  return stdout;
}

describe('an import that the house forbids is an error', () => {
  test.each([
    ['domain/tasks/bad-server.ts', '#functions/work.ts', 'domain/ is pure'],
    ['domain/tasks/bad-node.ts', 'node:fs', 'domain/ is pure'],
    ['domain/tasks/bad-react.ts', 'react', 'domain/ is pure'],
    ['web/src/tasks/bad-server.ts', '#functions/tasks/create-task.ts', 'knows the server only through'],
    ['web/src/tasks/bad-cosmos.ts', '@azure/cosmos', 'knows the server only through'],
    ['functions/tasks/bad-web.ts', '#web/tasks/tasks-page.tsx', 'never imports the web app'],
    ['functions/tasks/bad-infra.ts', '#infra/local/azure.ts', 'never imports the web app or infra'],
    ['functions/tasks/bad-store.ts', '#functions/payments/payment-store.ts', 'Use your own store'],
    ['functions/bad-web.ts', '#web/main.tsx', 'never imports the web app'],
  ])('%s importing %s', (path, from, message) => {
    expect(lint(path, `import { thing } from '${from}';\nexport const used = thing;\n`)).toContain(message);
  });
});

test('reading the environment anywhere but in config.ts is an error', () => {
  expect(lint('functions/tasks/bad-env.ts', "export const secret = process.env['SECRET'];\n")).toContain('process.env');
});
