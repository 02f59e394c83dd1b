import type Stripe from 'stripe';
import { type Context, type PlannedDelivery, platform } from '../context.ts';
import { newId } from '../ids.ts';
import { localEndpoint } from '../schema.ts';
import type { Kind, Kinds } from '../store.ts';
import { endpointsFor } from '../webhooks/endpoints.ts';

export const apiVersion = '2026-10-28.endive';

/** Keeps the event and queues its delivery in the caller's transaction, so that neither is lost without the other. */
export function tell(
  context: Context,
  type: Stripe.Event['type'],
  object: Kinds[Exclude<Kind, 'event' | 'item'>] | Stripe.Application,
  previous?: object,
): void {
  const event = makeEvent(context, type, object, previous);
  context.store.put(context.account, 'event', event);
  for (const planned of context.planDeliveries()) queueDelivery(context, event.id, localEndpoint, planned);
  for (const endpoint of endpointsFor(context, type))
    queueDelivery(context, event.id, endpoint, { state: 'pending', delayMs: 0 });
}

function queueDelivery(
  { store }: Context,
  eventId: string,
  endpoint: string,
  { state, delayMs }: PlannedDelivery,
): void {
  store.db
    .prepare('insert into deliveries (event_id, endpoint, state, next_at) values (?, ?, ?, ?)')
    .run(eventId, endpoint, state, Date.now() + delayMs);
}

export function makeEvent(
  { clock, account, request }: Pick<Context, 'clock' | 'account' | 'request'>,
  type: string,
  object: object,
  previous?: object,
): Stripe.Event {
  const event = {
    id: newId('evt'),
    object: 'event',
    ...(account === platform ? {} : { account }),
    api_version: apiVersion,
    created: clock.now(),
    data: { object, ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: 0,
    request: request ?? { id: null, idempotency_key: null },
    type,
  };
  // The SDK's event is a union over 200 types; which object fits which type is checked by `tell`'s callers and the tests.
  return event as unknown as Stripe.Event;
}
