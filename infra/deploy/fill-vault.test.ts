import { createECDH } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { fillVault } from './fill-vault.ts';
import { keyVault } from './key-vault.ts';
import { management } from './management.ts';
import { answering } from './testing/answers.ts';
import { startVault } from './testing/vault.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => void (await Promise.all(closing.splice(0).map((close) => close()))));

const token = async (): Promise<string> => 'a-token';
type Given = {
  secrets?: Record<string, string>;
  refuse?: number;
  answers?: string[] | null;
  environment?: Record<string, string>;
  again?: string[];
};

/** Fills a vault that keeps `secrets`; `answers` are what a person types, null where nobody can be asked. */
async function fill({ secrets = {}, refuse = 0, answers = [], environment = {}, again = [] }: Given) {
  const vault = await startVault({ secrets, refuse });
  closing.push(vault.close);
  const { ask, asked } = answering(answers ?? []);
  const said: string[] = [];
  const work = fillVault({
    vault: keyVault({ endpoint: vault.url, token, patience: { tries: 3, pauseMs: 1 } }),
    pubsubKeys: () =>
      management({ endpoint: vault.url, subscription: 's1', resourceGroup: 'rg-1', token }).pubsubKeys('wps-1'),
    ask: answers && ask,
    environment,
    again,
    say: (line) => said.push(line),
  });
  const error = await work.then(
    () => null,
    (refusal: Error) => refusal.message,
  );
  return { kept: vault.kept, asked, said, error };
}

const stripeKey = ['sk', 'test', '51Typed'].join('_');
const webhookSecret = ['whsec', 'typed'].join('_');
const all = {
  'auth-secret': 'x'.repeat(64),
  'auth-pepper': 'y'.repeat(64),
  'pubsub-keys': 'a,b',
  'stripe-secret-key': 'sk_test_there',
  'stripe-webhook-secrets': 'whsec_there',
};

describe('F413 an empty vault', () => {
  test('gets random secrets, the keys that Azure knows, and what a person types', async () => {
    const { kept, error } = await fill({ answers: [stripeKey, webhookSecret] });
    expect(error).toBeNull();
    expect([...kept.keys()].toSorted()).toEqual(Object.keys(all).toSorted());
    expect(kept.get('pubsub-keys')).toBe('first-key,second-key');
    expect(kept.get('stripe-secret-key')).toBe(stripeKey);
    expect(kept.get('stripe-webhook-secrets')).toBe(webhookSecret);
    expect(kept.get('auth-secret')).toMatch(/^[\w-]{64}$/);
    expect(kept.get('auth-pepper')).not.toBe(kept.get('auth-secret'));
  });

  test('has its secrets named on the way, and none of them told', async () => {
    const { kept, said, asked } = await fill({ answers: ['pk_live_wrong', stripeKey, webhookSecret] });
    const told = [...said, ...asked].join('\n');
    expect(told).toContain('Set stripe-secret-key.');
    for (const value of [...kept.values(), 'pk_live_wrong']) expect(told).not.toContain(value);
  });

  test('is asked for by a pipeline, which is told what to set and writes nothing', async () => {
    const { kept, error } = await fill({ answers: null });
    expect(error).toContain('STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRETS');
    expect(kept.size).toBe(0);
  });

  test('takes what the environment of a pipeline holds', async () => {
    const environment = { STRIPE_SECRET_KEY: stripeKey, STRIPE_WEBHOOK_SECRETS: webhookSecret };
    const { kept, error } = await fill({ answers: null, environment });
    expect(error).toBeNull();
    expect(kept.get('stripe-secret-key')).toBe(stripeKey);
  });
});

describe('what is typed', () => {
  test.each(['', 'pk_test_1', 'whsec_1'])('%j is no Stripe key: it is asked for again', async (wrong) => {
    const { kept, said } = await fill({ answers: [wrong, stripeKey, webhookSecret] });
    expect(said).toContainEqual(expect.stringContaining('That is no STRIPE_SECRET_KEY'));
    expect(kept.get('stripe-secret-key')).toBe(stripeKey);
  });

  test('a push key that is not the other half of the public one is asked for again', async () => {
    const [ours, other] = [createECDH('prime256v1'), createECDH('prime256v1')];
    ours.generateKeys();
    other.generateKeys();
    const environment = { PUSH_PUBLIC_KEY: ours.getPublicKey('base64url') };
    const answers = [other.getPrivateKey('base64url'), 'no key', ours.getPrivateKey('base64url')];
    const { kept, said } = await fill({ secrets: all, environment, answers });
    expect(said.slice(0, 2)).toEqual(Array(2).fill('That is not the other half of PUSH_PUBLIC_KEY'));
    expect(kept.get('push-private-key')).toBe(ours.getPrivateKey('base64url'));
  });
});

test('whoever is asked for the secret of the webhook is told which endpoint Stripe must call', async () => {
  const { asked } = await fill({
    answers: [stripeKey, webhookSecret],
    environment: { WEB_URL: 'https://crm.starone.example' },
  });
  expect(asked[1]).toContain('https://crm.starone.example/api/stripe/webhook');
});

test('nothing is asked or changed when every secret is there', async () => {
  const { kept, said } = await fill({ secrets: all });
  expect(Object.fromEntries(kept)).toEqual(all);
  expect(said).toEqual(['Every secret is there.']);
});

test('a way in that was switched on needs its secret; one that is off is not asked about', async () => {
  const { kept, asked } = await fill({ secrets: all, environment: { OIDC_GOOGLE_CLIENT_ID: 'us' }, answers: ['its'] });
  expect(asked).toEqual([expect.stringContaining('oidc-google-client-secret')]);
  expect(kept.get('oidc-google-client-secret')).toBe('its');
});

test('a secret that was changed elsewhere is set again by its name', async () => {
  const { kept } = await fill({ secrets: all, again: ['pubsub-keys'] });
  expect(Object.fromEntries(kept)).toEqual({ ...all, 'pubsub-keys': 'first-key,second-key' });
  expect((await fill({ secrets: all, again: ['no-such'] })).error).toContain('no-such');
});

test('a secret that seals what is stored is never made anew', async () => {
  const { kept, error } = await fill({ secrets: all, again: ['auth-secret'] });
  expect(error).toContain('auth-secret is never changed');
  expect(Object.fromEntries(kept)).toEqual(all);
});

test('a role given a moment ago is waited for; one that never comes is told with the words of the service', async () => {
  expect((await fill({ secrets: all, refuse: 2 })).error).toBeNull();
  expect((await fill({ secrets: all, refuse: 3 })).error).toBe(
    'Key Vault answered 403: Forbidden, The caller has no role yet',
  );
});
