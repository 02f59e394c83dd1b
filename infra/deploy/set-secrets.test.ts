import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startVault } from './testing/vault.ts';

const command = join(import.meta.dirname, 'set-secrets.ts');
const stripe = { STRIPE_SECRET_KEY: ['sk', 'test', 'given'].join('_'), STRIPE_WEBHOOK_SECRETS: 'whsec_given' };

/** Answers like `azd auth token --output json` of somebody who is signed in. */
const azd = `#!/bin/sh
echo '{"token":"a-token","expiresOn":"2999-01-01T00:00:00Z"}'
`;

/** The command as azd runs it before it deploys, with the outputs of Bicep in the environment. */
async function run(vaultUrl: string, environment: Record<string, string>) {
  const tools = mkdtempSync(join(tmpdir(), 'starone-azd-'));
  writeFileSync(join(tools, 'azd'), azd, { mode: 0o755 });
  const child = spawn(process.execPath, [command, '--management', vaultUrl], {
    env: { PATH: [tools, process.env['PATH']].join(delimiter), AZURE_KEY_VAULT_ENDPOINT: vaultUrl, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, failed, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('exit', resolve)),
  ]);
  rmSync(tools, { recursive: true });
  return { said, failed, code };
}

const outputs = { AZURE_SUBSCRIPTION_ID: 's1', AZURE_RESOURCE_GROUP: 'rg-1', PUBSUB_NAME: 'wps-1', API_NAME: 'func-1' };

test('F413 the hook fills the vault as whoever is signed in to azd, and prints no secret', async () => {
  const vault = await startVault({});
  const { said, failed, code } = await run(vault.url, { ...outputs, ...stripe });
  expect({ failed, code }).toEqual({ failed: '', code: 0 });
  expect([...vault.kept.keys()]).toHaveLength(5);
  for (const value of vault.kept.values()) expect(said).not.toContain(value);

  // The app would go on for a day without them.
  const asked = ['config/configreferences/appsettings/refresh', 'restart'];
  expect(vault.told).toEqual(asked);
  expect(await run(vault.url, outputs)).toMatchObject({ said: 'Every secret is there.\n', code: 0 });
  expect(vault.told).toEqual(asked);
  await vault.close();
});

test('the hook of a pipeline that lacks a secret fails, and says which', async () => {
  const vault = await startVault({});
  const { failed, code } = await run(vault.url, outputs);
  expect(code).toBe(1);
  expect(failed).toContain('STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRETS');
  expect(vault.kept.size).toBe(0);
  await vault.close();
});

test('without the outputs of azd the command says what it lacks', async () => {
  const { failed, code } = await run('http://127.0.0.1:9/', {});
  expect(code).toBe(1);
  expect(failed).toContain('AZURE_SUBSCRIPTION_ID, AZURE_RESOURCE_GROUP, PUBSUB_NAME, API_NAME is not known here');
});
