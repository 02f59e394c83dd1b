import { beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  return () => vi.unstubAllEnvs();
});

async function secretsOf(text: string): Promise<string[]> {
  vi.stubEnv('STRIPE_WEBHOOK_SECRETS', text);
  return (await import('./config.ts')).config.stripe.webhookSecrets;
}

test('during a rotation two secrets are good, with or without a space between', async () => {
  expect(await secretsOf('whsec_old, whsec_new')).toEqual(['whsec_old', 'whsec_new']);
});

test.each(['', 'whsec_a,', ','])(
  'an empty secret, which everybody could sign with, stops the app: "%s"',
  async (text) => {
    await expect(secretsOf(text)).rejects.toThrow('STRIPE_WEBHOOK_SECRETS');
  },
);
