import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';
import { type Context, platform } from '../context.ts';
import { find } from '../find.ts';
import { newId } from '../ids.ts';
import type { EndpointChange, EndpointDraft } from '../params/endpoint-params.ts';
import { localEndpoint } from '../schema.ts';
import type { Store } from '../store.ts';
import { giveUp } from './deliveries.ts';
import type { WebhookTarget } from './post.ts';

type Endpoint = Stripe.WebhookEndpoint;

// Stripe's own limit.
const mostEndpoints = 16;

/** Only this answer shows the secret. */
export function createEndpoint(context: Context, { url, enabled_events, connect, ...rest }: EndpointDraft): Endpoint {
  const secret = `whsec_${randomBytes(16).toString('hex')}`;
  const endpoint = makeEndpoint({ id: newId('we'), url, enabled_events, created: context.clock.now() });
  const described: Endpoint = { ...endpoint, description: rest.description ?? null, metadata: rest.metadata };
  context.store.put(platform, 'webhook_endpoint', described);
  context.store.keepNote('endpoint', endpoint.id, { secret, hearsAccounts: connect ?? false });
  return { ...described, secret };
}

export function updateEndpoint(context: Context, change: EndpointChange, id: string): Endpoint {
  const endpoint = find(context, 'webhook_endpoint', id, 'webhook_endpoint');
  const changed: Endpoint = {
    ...endpoint,
    url: change.url ?? endpoint.url,
    enabled_events: change.enabled_events ?? endpoint.enabled_events,
    description: change.description ?? endpoint.description,
    ...(change.disabled === undefined ? {} : { status: change.disabled ? 'disabled' : 'enabled' }),
  };
  context.store.put(platform, 'webhook_endpoint', changed);
  return changed;
}

export function deleteEndpoint(context: Context, id: string): object {
  find(context, 'webhook_endpoint', id, 'webhook_endpoint');
  context.store.remove('webhook_endpoint', id);
  context.store.dropNote('endpoint', id);
  giveUp(context.store, id);
  return { id, object: 'webhook_endpoint', deleted: true };
}

/** Who hears of an event beside the webhook that is set: an endpoint hears of the platform, or of its accounts. */
export const endpointsFor = ({ store, account }: Pick<Context, 'store' | 'account'>, type: string): string[] =>
  listMade(store)
    .filter(({ id, status, enabled_events: types }) => {
      const hearsAccounts = store.note('endpoint', id)?.hearsAccounts ?? false;
      const isWanted = types.includes('*') || types.includes(type);
      return status === 'enabled' && isWanted && hearsAccounts === (account !== platform);
    })
    .map(({ id }) => id);

export const listTargets = (store: Store): Map<string, WebhookTarget> =>
  new Map(
    listMade(store).map(({ id, url }) => [id, { url, secret: store.note('endpoint', id)?.secret ?? '' }] as const),
  );

export const showLocalEndpoint = (store: Store, url: string): void =>
  store.put(platform, 'webhook_endpoint', makeEndpoint({ id: localEndpoint, url, enabled_events: ['*'], created: 0 }));

export const hideLocalEndpoint = (store: Store): void => store.remove('webhook_endpoint', localEndpoint);

const listMade = (store: Store): Endpoint[] =>
  store.list('webhook_endpoint', { account: platform, limit: mostEndpoints }).filter(({ id }) => id !== localEndpoint);

const makeEndpoint = (draft: Pick<Endpoint, 'id' | 'url' | 'enabled_events' | 'created'>): Endpoint => ({
  ...draft,
  object: 'webhook_endpoint',
  api_version: null,
  application: null,
  description: null,
  livemode: false,
  metadata: {},
  status: 'enabled',
});
