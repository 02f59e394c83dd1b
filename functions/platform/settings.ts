import * as z from 'zod';
import { paceIn, PaceSettings } from './pace-settings.ts';
import { providersIn, ProviderSettings } from './provider-settings.ts';
import { pubsubEventsFrom, PubsubSettings } from './pubsub-settings.ts';
import { pushIn, PushSettings } from './push-settings.ts';
import { servicesIn, ServiceSettings } from './service-settings.ts';
import { telemetryIn, TelemetrySettings } from './telemetry-settings.ts';

/** Every setting the app reads, each described by an example: it is told when the setting is missing or not valid. */
export const Settings = z.object({
  PUBLIC_ORIGIN: z.url().describe('https://crm.starone.example'),
  AUTH_SECRET: z.string().min(32).describe('32 random characters or more, by: openssl rand -base64 48'),
  AUTH_PEPPER: z.string().min(32).describe('32 random characters or more, by: openssl rand -base64 48'),
  STRIPE_SECRET_KEY: z.string().startsWith('sk_').describe('sk_test_...'),
  /** Set only where another host than Stripe's own answers. */
  STRIPE_API: z.url().optional().describe('http://127.0.0.1:12111'),
  /** One or, during a rotation, two, with a comma between. */
  STRIPE_WEBHOOK_SECRETS: z
    .string()
    .transform((text) => text.split(',').map((secret) => secret.trim()))
    // An empty one would be a signature that everybody can make.
    .pipe(z.array(z.string().startsWith('whsec_')))
    .describe('whsec_...'),
  /** 'yes' where the deployment belongs to one business: its own key takes payments while no account is connected. */
  STRIPE_SINGLE_BUSINESS: z.enum(['no', 'yes']).default('no').describe('no'),
  MAIL_FROM: z
    .string()
    .default('StarOne CRM <no-reply@starone.example>')
    .describe('StarOne CRM <no-reply@starone.example>'),
  /** How long a session lives: without a visit, and however often it is used. */
  SESSION_IDLE_HOURS: z.coerce.number().positive().default(8).describe('8'),
  SESSION_DAYS: z.coerce.number().positive().default(30).describe('30'),
  /** 'yes' where Defender for Storage reports on each upload: until it does, nobody gets at the bytes. */
  FILES_SCANNED: z.enum(['no', 'yes']).default('no').describe('no'),
  /** Sign-ins, sign-ups, codes and resets from one client address in ten minutes. */
  WAYS_IN_PER_CLIENT: z.coerce.number().int().positive().default(300).describe('300'),
  ...PaceSettings.shape,
  ...ServiceSettings.shape,
  ...ProviderSettings.shape,
  ...PubsubSettings.shape,
  ...PushSettings.shape,
  ...TelemetrySettings.shape,
});

export type SettingName = keyof typeof Settings.shape;
export const settingNames = Object.keys(Settings.shape) as SettingName[];
export const exampleOf = (name: SettingName): string => Settings.shape[name].description ?? '';

/** What the app goes by. Throws with the names of settings that are missing or not valid, and an example of each. */
export function readSettings(environment: NodeJS.ProcessEnv) {
  refuseUnresolved(environment);
  const { data, error } = Settings.safeParse(environment);
  if (error) {
    const lines = error.issues.map(({ path: [name], message }) =>
      environment[String(name)] === undefined
        ? `  ${String(name)} is missing, such as ${exampleOf(name as SettingName)}`
        : `  ${String(name)} is not valid (${message}), such as ${exampleOf(name as SettingName)}`,
    );
    throw new Error(`Settings are missing or not valid:\n${lines.join('\n')}`);
  }
  const { mailBy, ...services } = servicesIn(data);
  return {
    ...services,
    pubsubEvents: pubsubEventsFrom(services.pubsub, data),
    publicOrigin: new URL(data.PUBLIC_ORIGIN).origin,
    authSecret: data.AUTH_SECRET,
    authPepper: data.AUTH_PEPPER,
    stripe: {
      key: data.STRIPE_SECRET_KEY,
      api: data.STRIPE_API,
      webhookSecrets: data.STRIPE_WEBHOOK_SECRETS,
      isSingleBusiness: data.STRIPE_SINGLE_BUSINESS === 'yes',
    },
    mail: { by: mailBy, from: data.MAIL_FROM },
    session: { idleHours: data.SESSION_IDLE_HOURS, days: data.SESSION_DAYS },
    areFilesScanned: data.FILES_SCANNED === 'yes',
    waysInPerClient: data.WAYS_IN_PER_CLIENT,
    pace: paceIn(data),
    providers: providersIn(data),
    push: pushIn(data),
    telemetry: telemetryIn(data),
  };
}

/** Where Key Vault does not answer, Azure hands over the reference itself: everybody could guess such a secret. */
function refuseUnresolved(environment: NodeJS.ProcessEnv): void {
  const names = settingNames.filter((name) => environment[name]?.startsWith('@Microsoft.KeyVault('));
  if (names.length === 0) return;
  const lines = names.map((name) => `  ${name}, such as ${exampleOf(name)}`);
  throw new Error(
    `Key Vault does not hand these settings out: the secret or the app's role is missing.\n${lines.join('\n')}`,
  );
}
