import { join } from 'node:path';
import storage from '../../bicep/storage.json' with { type: 'json' };
import { createStorage, startAzurite } from './azurite/server.ts';
import { createContainers } from './cosmos/create-containers.ts';
import { startCosmos } from './cosmos/server.ts';
import { startIdentity } from './identity/server.ts';
import { startInsights } from './insights/server.ts';
import { startMail } from './mail/server.ts';
import type { Ports } from './ports.ts';
import { startPush } from './push/server.ts';
import { pushSettings } from './push/settings.ts';
import { startStripe } from './stripe/server.ts';
import { startWebPubSub } from './web-pubsub/server.ts';

const root = join(import.meta.dirname, '../..');
const webhookSecret = 'whsec_local';

/** The stand-ins, ready with their containers and queues. `settings` is what the functions need to reach them. */
export async function startAzure({ dir, ports }: { dir: string; ports: Ports }) {
  let connectionEvents: string | undefined;
  const [cosmos, azurite, pubsub, stripe, mail, identity, push, insights] = await Promise.all([
    startCosmos({ port: ports.cosmos, dir: join(dir, 'cosmos') }),
    startAzurite({ blobPort: ports.blob, queuePort: ports.queue, tablePort: ports.table, dir: join(dir, 'azurite') }),
    startWebPubSub({
      port: ports.pubsub,
      upstream: () => connectionEvents,
      // Not `connect`, for which each client would wait.
      systemEvents: ['connected', 'disconnected'],
    }),
    startStripe({ port: ports.stripe, dir: join(dir, 'stripe'), webhook: undefined }),
    startMail({ smtpPort: ports.smtp, httpPort: ports.mail, dir: join(dir, 'mail') }),
    startIdentity({ port: ports.identity }),
    startPush({ port: ports.push }),
    startInsights({ port: ports.insights, dir: join(dir, 'insights') }),
  ]);
  await Promise.all([
    createContainers(cosmos, join(root, 'bicep/containers')),
    createStorage(azurite.connectionString, storage),
  ]);

  return {
    cosmos,
    azurite,
    pubsub,
    stripe,
    mail,
    identity,
    push,
    insights,
    settings: {
      ...identity.settings,
      ...pushSettings(push.url),
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.connectionString,
      INSIGHTS_API: insights.url,
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'yes',
      // In Azure the lines of the functions stand in Application Insights only; here they are read in a file as well.
      AzureFunctionsJobHost__logging__logLevel__default: 'Information',
      AzureFunctionsJobHost__logging__logLevel__Function: 'Information',
      COSMOS: cosmos.connectionString,
      STORAGE: azurite.connectionString,
      AzureWebJobsStorage: azurite.connectionString,
      PUBSUB: pubsub.connectionString,
      STRIPE_SECRET_KEY: 'sk_test_local',
      STRIPE_API: stripe.url,
      STRIPE_WEBHOOK_SECRETS: webhookSecret,
      // Until a business connects its own account, so that paying works from the first minute.
      STRIPE_SINGLE_BUSINESS: 'yes',
      MAIL_SMTP: mail.smtpUrl,
      // Nothing but this machine ever sees these: in Azure they come from Key Vault.
      AUTH_SECRET: 'a local secret of more than thirty-two characters',
      // One machine plays every visitor, and a test one person who does a day's work in a second.
      WAYS_IN_PER_CLIENT: '100000',
      PACE_PUBLIC: '1000000',
      PACE_READ: '1000000',
      PACE_WRITE: '1000000',
      PACE_HEAVY: '1000000',
      AUTH_PEPPER: 'a local pepper of more than thirty-two characters',
    },
    /**
     * For a process that begins with them, because Azure's SDKs read them once: nothing here speaks https but the exporter,
     * which would ask Microsoft for its settings.
     */
    noWayOut: { HTTPS_PROXY: insights.url, NO_PROXY: '127.0.0.1' },
    /** Stripe's events go where the site answers. */
    sendStripeEventsTo: (origin: string) =>
      stripe.setWebhook({ url: `${origin}/api/stripe/webhook`, secret: webhookSecret }),
    /** Web PubSub tells the functions who comes and goes, and what clients say. */
    sendConnectionEventsTo: (origin: string) => {
      connectionEvents = `${origin}/api/realtime/events`;
    },
    async close(): Promise<void> {
      await Promise.all([
        cosmos.close(),
        azurite.close(),
        pubsub.close(),
        stripe.close(),
        mail.close(),
        identity.close(),
        push.close(),
        insights.close(),
      ]);
    },
  };
}
export type Azure = Awaited<ReturnType<typeof startAzure>>;
