import { noSuch } from './api-error.ts';
import type { Context } from './context.ts';
import { expandAnswer } from './expand.ts';
import type { Form } from './form.ts';
import { equal, listObjects } from './list.ts';
import { listFilters, OnlyExpand, read, readSessionParams, RefundParams } from './params.ts';
import { createSession } from './payments/create-session.ts';
import { expireSessionNow } from './payments/expire-session.ts';
import { createRefund } from './payments/refund.ts';
import type { Kind, Kinds } from './store.ts';

export interface ApiCall {
  context: Context;
  id: string;
  form: Form;
  /** What the list of webhook endpoints shows. */
  webhookUrl: string | undefined;
}
type Handler = (call: ApiCall) => object;

/** Every route of Stripe that the stand-in answers; `:id` is the only variable. */
export const routes: Record<string, Handler> = {
  'POST /v1/checkout/sessions': ({ context, form }) => {
    const params = readSessionParams(form);
    return expandAnswer(context, createSession(context, params), params.expand);
  },
  'GET /v1/checkout/sessions': ({ context, form }) => {
    const params = read(listFilters.sessions, form);
    const where = equal({ payment_intent: params.payment_intent, status: params.status });
    const page = listObjects(context, { kind: 'checkout.session', params, where, url: '/v1/checkout/sessions' });
    return expandAnswer(context, page, params.expand);
  },
  'GET /v1/checkout/sessions/:id': retrieve('checkout.session', 'session'),
  'POST /v1/checkout/sessions/:id/expire': ({ context, id, form }) => {
    const { expand } = read(OnlyExpand, form);
    return expandAnswer(context, expireSessionNow(context, id), expand);
  },
  'GET /v1/checkout/sessions/:id/line_items': ({ context, id, form }) => {
    find(context, 'checkout.session', id, 'session');
    const params = read(listFilters.items, form);
    return listObjects(context, { kind: 'item', params, parent: id, url: `/v1/checkout/sessions/${id}/line_items` });
  },

  'GET /v1/payment_intents': ({ context, form }) => {
    const params = read(listFilters.intents, form);
    const page = listObjects(context, { kind: 'payment_intent', params, url: '/v1/payment_intents' });
    return expandAnswer(context, page, params.expand);
  },
  'GET /v1/payment_intents/:id': retrieve('payment_intent', 'intent'),

  'GET /v1/charges': ({ context, form }) => {
    const params = read(listFilters.charges, form);
    const where = equal({ payment_intent: params.payment_intent });
    return expandAnswer(
      context,
      listObjects(context, { kind: 'charge', params, where, url: '/v1/charges' }),
      params.expand,
    );
  },
  'GET /v1/charges/:id': retrieve('charge', 'id'),

  'POST /v1/refunds': ({ context, form }) => {
    const params = read(RefundParams, form);
    return expandAnswer(context, createRefund(context, params), params.expand);
  },
  'GET /v1/refunds': ({ context, form }) => {
    const params = read(listFilters.refunds, form);
    const where = equal({ charge: params.charge, payment_intent: params.payment_intent });
    return expandAnswer(
      context,
      listObjects(context, { kind: 'refund', params, where, url: '/v1/refunds' }),
      params.expand,
    );
  },
  'GET /v1/refunds/:id': retrieve('refund', 'id'),

  'GET /v1/disputes': ({ context, form }) => {
    const params = read(listFilters.disputes, form);
    const where = equal({ charge: params.charge, payment_intent: params.payment_intent });
    return expandAnswer(
      context,
      listObjects(context, { kind: 'dispute', params, where, url: '/v1/disputes' }),
      params.expand,
    );
  },
  'GET /v1/disputes/:id': retrieve('dispute', 'id'),

  'GET /v1/events': ({ context, form }) => {
    const params = read(listFilters.events, form);
    const types = params.types ?? (params.type ? [params.type] : []);
    const where = types.length > 0 ? [typeIsOneOf(types)] : [];
    const page = listObjects(context, { kind: 'event', params, where, url: '/v1/events' });
    return { ...page, data: page.data.map((event) => withPending(context, event)) };
  },
  'GET /v1/events/:id': ({ context, id, form }) => {
    read(OnlyExpand, form);
    return withPending(context, find(context, 'event', id, 'id'));
  },

  'GET /v1/webhook_endpoints': ({ form, webhookUrl }) => {
    read(listFilters.items, form);
    const data = webhookUrl ? [webhookEndpoint(webhookUrl)] : [];
    return { object: 'list', data, has_more: false, url: '/v1/webhook_endpoints' };
  },
};

function retrieve(kind: Kind, param: string): Handler {
  return ({ context, id, form }) => {
    const { expand } = read(OnlyExpand, form);
    return expandAnswer(context, find(context, kind, id, param), expand);
  };
}

function find<K extends Kind>(context: Context, kind: K, id: string, param: string): Kinds[K] {
  const found = context.store.find(kind, id, context.account);
  if (!found) throw noSuch(kind, id, param);
  return found.object;
}

/** `charge.*` stands for every type below `charge`. */
function typeIsOneOf(types: string[]): [string, ...string[]] {
  const sql = types.map(() => "json_extract(body, '$.type') glob ?").join(' or ');
  return [sql, ...types];
}

function withPending({ store }: Context, event: Kinds['event']): Kinds['event'] {
  const row = store.db
    .prepare("select count(*) as pending from deliveries where event_id = ? and state = 'pending'")
    .get(event.id);
  return { ...event, pending_webhooks: Number(row?.['pending'] ?? 0) };
}

const webhookEndpoint = (url: string) => ({
  id: 'we_local',
  object: 'webhook_endpoint',
  api_version: null,
  application: null,
  created: 0,
  description: null,
  enabled_events: ['*'],
  livemode: false,
  metadata: {},
  status: 'enabled',
  url,
});
