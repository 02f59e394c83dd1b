import { describe, expect, test } from 'vitest';
import { exampleOf, readSettings, settingNames } from './settings.ts';

const byConnection = {
  PUBLIC_ORIGIN: 'https://crm.example.com',
  AUTH_SECRET: 'a secret of more than thirty-two characters',
  AUTH_PEPPER: 'a pepper of more than thirty-two characters',
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_WEBHOOK_SECRETS: 'whsec_1',
  COSMOS: 'AccountEndpoint=https://localhost:8081/;AccountKey=a2V5;',
  STORAGE: 'UseDevelopmentStorage=true',
  PUBSUB: 'Endpoint=http://127.0.0.1:8888;AccessKey=key;Version=1.0;',
  MAIL_ACS: 'endpoint=http://127.0.0.1:9/;accesskey=YQ==',
};

/** As in Azure: every service by its endpoint, and the app's identity. */
const byIdentity = {
  ...Object.fromEntries(
    (
      [
        'COSMOS__accountEndpoint',
        'STORAGE__blobServiceUri',
        'STORAGE__queueServiceUri',
        'PUBSUB__endpoint',
        'PUBSUB_KEYS',
        'MAIL_ACS__endpoint',
        'AZURE_CLIENT_ID',
        'PUBLIC_ORIGIN',
        'AUTH_SECRET',
        'AUTH_PEPPER',
        'STRIPE_SECRET_KEY',
        'STRIPE_WEBHOOK_SECRETS',
      ] as const
    ).map((name) => [name, exampleOf(name)]),
  ),
};

const without = (settings: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(settings).filter(([other]) => other !== name));

describe('F413 a setting that is missing stops the start with its name and an example', () => {
  test.each(Object.keys(byIdentity))('in Azure: %s', (name) => {
    const start = () => readSettings(without(byIdentity, name));
    expect(start).toThrow(name);
    expect(start).toThrow('such as ');
  });

  test.each(Object.keys(byConnection))('by connection strings: %s', (name) => {
    expect(() => readSettings(without(byConnection, name))).toThrow(name);
  });

  test('all that are missing are named at once', () => {
    const start = () => readSettings({});
    expect(start).toThrow('PUBLIC_ORIGIN is missing, such as https://crm.starone.example');
    expect(start).toThrow('STRIPE_SECRET_KEY is missing, such as sk_test_...');
  });
});

describe('a setting that is not valid stops the start with its name and an example', () => {
  test.each([
    ['PUBLIC_ORIGIN', 'crm.example.com'],
    ['AUTH_SECRET', 'short'],
    ['AUTH_PEPPER', 'short'],
    ['STRIPE_SECRET_KEY', 'pk_test_1'],
    ['STRIPE_WEBHOOK_SECRETS', ''],
    ['STRIPE_WEBHOOK_SECRETS', 'whsec_a,'],
    ['STRIPE_WEBHOOK_SECRETS', ','],
    ['STRIPE_SINGLE_BUSINESS', 'maybe'],
    ['COSMOS__accountEndpoint', 'starone'],
    ['AZURE_CLIENT_ID', 'starone-identity'],
    ['SESSION_DAYS', 'a month'],
    ['SESSION_IDLE_HOURS', '0'],
    ['WAYS_IN_PER_CLIENT', '2.5'],
    ['OIDC_GOOGLE_CLIENT_ID', 'half of the pair'],
    ['OIDC_GOOGLE_ISSUER', 'http://accounts.example.com'],
    ['PUSH_SUBJECT', 'a third of the three'],
  ])('%s = "%s"', (name, value) => {
    const start = () => readSettings({ ...byIdentity, [name]: value });
    expect(start).toThrow(name);
    expect(start).toThrow('such as ');
  });

  test('and its value, which may be a secret, is not told', () => {
    const secret = 'rk_live_told';
    expect(() => readSettings({ ...byIdentity, STRIPE_SECRET_KEY: secret })).not.toThrow(secret);
  });
});

test.each(settingNames)('%s has an example, and the app starts with it', (name) => {
  expect(exampleOf(name)).not.toBe('');
  const others = settingNames.filter((other) => /^(?:PUSH|OIDC)_/.test(other) && /^(?:PUSH|OIDC)_/.test(name));
  const settings = Object.fromEntries([name, ...others].map((each) => [each, exampleOf(each)]));
  expect(() => readSettings({ ...byIdentity, ...settings })).not.toThrow();
});

test('a reference that Key Vault does not answer is never taken for the secret itself', () => {
  const unresolved = '@Microsoft.KeyVault(SecretUri=https://starone.vault.azure.net/secrets/auth-pepper)';
  expect(() => readSettings({ ...byIdentity, AUTH_PEPPER: unresolved })).toThrow('AUTH_PEPPER');
});

test('during a rotation two webhook secrets are good, with or without a space between', () => {
  const { stripe } = readSettings({ ...byConnection, STRIPE_WEBHOOK_SECRETS: 'whsec_old, whsec_new' });
  expect(stripe.webhookSecrets).toEqual(['whsec_old', 'whsec_new']);
});
