import { createECDH, randomBytes } from 'node:crypto';
import { exampleOf, type SettingName, Settings } from '#functions/platform/settings.ts';

/** A secret of Key Vault, the setting that reads it, and where it comes from. */
export type Secret = {
  name: string;
  setting: SettingName;
  from: 'chance' | 'pubsub' | 'person';
  /** Only where this setting is given: a way in, or push, that is switched on. */
  with?: SettingName;
  /** Where a person finds it; `{site}` is the address of this deployment. */
  where?: string;
};

export const secrets: readonly Secret[] = [
  { name: 'auth-secret', setting: 'AUTH_SECRET', from: 'chance' },
  { name: 'auth-pepper', setting: 'AUTH_PEPPER', from: 'chance' },
  { name: 'pubsub-keys', setting: 'PUBSUB_KEYS', from: 'pubsub' },
  {
    name: 'stripe-secret-key',
    setting: 'STRIPE_SECRET_KEY',
    from: 'person',
    where: 'Stripe, Developers, API keys, "Secret key"',
  },
  {
    name: 'stripe-webhook-secrets',
    setting: 'STRIPE_WEBHOOK_SECRETS',
    from: 'person',
    where: 'Stripe, Developers, Webhooks: "Signing secret" of the endpoint {site}/api/stripe/webhook',
  },
  {
    name: 'push-private-key',
    setting: 'PUSH_PRIVATE_KEY',
    from: 'person',
    with: 'PUSH_PUBLIC_KEY',
    where: 'the other half of PUSH_PUBLIC_KEY',
  },
  ...(['google', 'linkedin', 'facebook'] as const).map((company): Secret => {
    const prefix = `OIDC_${company.toUpperCase() as Uppercase<typeof company>}` as const;
    return {
      name: `oidc-${company}-client-secret`,
      setting: `${prefix}_CLIENT_SECRET`,
      from: 'person',
      with: `${prefix}_CLIENT_ID`,
      where: `the app you registered at ${company}`,
    };
  }),
];

type Environment = Record<string, string | undefined>;

/** Those that this deployment needs. */
export const wantedSecrets = (environment: Environment): Secret[] =>
  secrets.filter((secret) => !secret.with || environment[secret.with]);

/** Null when the value may be what it says it is. Never tells the value. */
export function faultOf(secret: Secret, value: string, environment: Environment): string | null {
  const isRead = Settings.shape[secret.setting].safeParse(value).success;
  if (value === '' || !isRead) return `That is no ${secret.setting}, such as ${exampleOf(secret.setting)}`;
  const publicKey = environment['PUSH_PUBLIC_KEY'];
  if (secret.setting === 'PUSH_PRIVATE_KEY' && publicKeyOf(value) !== publicKey)
    return 'That is not the other half of PUSH_PUBLIC_KEY';
  return null;
}

export const newSecret = (): string => randomBytes(48).toString('base64url');

function publicKeyOf(privateKey: string): string | null {
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(privateKey, 'base64url');
    return pair.getPublicKey('base64url');
  } catch {
    // Not a number of that curve.
    return null;
  }
}
