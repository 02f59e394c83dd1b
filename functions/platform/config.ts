import * as z from 'zod';
import { providersIn, ProviderSettings } from './provider-settings.ts';
import { pubsubEventsFrom, PubsubSettings } from './pubsub-settings.ts';
import { pushIn, PushSettings } from './push-settings.ts';

/** A service is reached by a connection string, or by its endpoint and the app's own identity. */
const oneOf = (name: string, settings: NodeJS.ProcessEnv, suffix: string) => {
  const connection = settings[name];
  if (connection) return { connection } as const;
  const endpoint = settings[`${name}__${suffix}`];
  if (endpoint) return { endpoint } as const;
  throw new Error(`Setting ${name} (a connection string) or ${name}__${suffix} is missing.`);
};

const Settings = z.object({
  PUBLIC_ORIGIN: z.url({ error: 'the address people open, such as http://localhost:4280' }),
  AUTH_SECRET: z.string({ error: 'at least 32 random characters' }).min(32),
  AUTH_PEPPER: z.string({ error: 'at least 32 random characters' }).min(32),
  STRIPE_SECRET_KEY: z.string({ error: 'such as sk_test_...' }).startsWith('sk_'),
  /** Set only where another host than Stripe's own answers. */
  STRIPE_API: z.url().optional(),
  /** One or, during a rotation, two, with a comma between. */
  STRIPE_WEBHOOK_SECRETS: z
    .string({ error: 'such as whsec_...' })
    .transform((text) => text.split(',').map((secret) => secret.trim()))
    // An empty one would be a signature that everybody can make.
    .pipe(z.array(z.string().startsWith('whsec_', 'such as whsec_..., or two with a comma between'))),
  /** 'yes' where the deployment belongs to one business: its own key takes payments while no account is connected. */
  STRIPE_SINGLE_BUSINESS: z.enum(['no', 'yes']).default('no'),
  /** Where it is missing, mail goes by Communication Services: MAIL_ACS or MAIL_ACS__endpoint. */
  MAIL_SMTP: z.url({ error: 'such as smtp://127.0.0.1:1025' }).optional(),
  MAIL_FROM: z.string().default('StarOne CRM <no-reply@starone.example>'),
  /** How long a session lives: without a visit, and however often it is used. */
  SESSION_IDLE_HOURS: z.coerce.number().positive().default(8),
  SESSION_DAYS: z.coerce.number().positive().default(30),
  /** 'yes' where Defender for Storage reports on each upload: until it does, nobody gets at the bytes. */
  FILES_SCANNED: z.enum(['no', 'yes']).default('no'),
  /** Sign-ins, sign-ups, codes and resets from one client address in ten minutes. */
  WAYS_IN_PER_CLIENT: z.coerce.number().int().positive().default(300),
  ...ProviderSettings.shape,
  ...PubsubSettings.shape,
  ...PushSettings.shape,
});

function read(settings: NodeJS.ProcessEnv) {
  const { data, error } = Settings.safeParse(settings);
  if (error) {
    const lines = error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Settings are missing or not valid:\n${lines.join('\n')}`);
  }
  const pubsub = oneOf('PUBSUB', settings, 'endpoint');
  return {
    cosmos: oneOf('COSMOS', settings, 'accountEndpoint'),
    storage: oneOf('STORAGE', settings, 'blobServiceUri'),
    storageQueues: oneOf('STORAGE', settings, 'queueServiceUri'),
    pubsub,
    pubsubEvents: pubsubEventsFrom(pubsub, data),
    publicOrigin: new URL(data.PUBLIC_ORIGIN).origin,
    authSecret: data.AUTH_SECRET,
    authPepper: data.AUTH_PEPPER,
    stripe: {
      key: data.STRIPE_SECRET_KEY,
      api: data.STRIPE_API,
      webhookSecrets: data.STRIPE_WEBHOOK_SECRETS,
      isSingleBusiness: data.STRIPE_SINGLE_BUSINESS === 'yes',
    },
    mail: {
      by: data.MAIL_SMTP ? ({ smtp: data.MAIL_SMTP } as const) : oneOf('MAIL_ACS', settings, 'endpoint'),
      from: data.MAIL_FROM,
    },
    session: { idleHours: data.SESSION_IDLE_HOURS, days: data.SESSION_DAYS },
    areFilesScanned: data.FILES_SCANNED === 'yes',
    waysInPerClient: data.WAYS_IN_PER_CLIENT,
    providers: providersIn(data),
    push: pushIn(data),
  };
}

/** All settings, parsed once at start: a missing one stops the app with its name. No other file reads the environment. */
export const config = read(process.env);
