import { invalidRequest } from './api-error.ts';
import type { Context } from './context.ts';
import { listObjects } from './list.ts';
import type { Kind } from './store.ts';

/** Fields that hold an id and may hold the object instead. */
const references: Record<string, Kind> = {
  payment_intent: 'payment_intent',
  latest_charge: 'charge',
  charge: 'charge',
  balance_transaction: 'balance_transaction',
  failure_balance_transaction: 'balance_transaction',
};

/** Of the source of a balance transaction its id tells the kind. */
const sources: Record<string, Kind> = { ch: 'charge', re: 'refund', dp: 'dispute' };

/** References that the stand-in always leaves empty: expanding them changes nothing. */
const alwaysNull = new Set(['customer', 'invoice', 'setup_intent', 'subscription']);

type Json = { [key: string]: unknown };

/** The answer with the asked references replaced by their objects, as deep as the path says. */
export function expandAnswer(context: Context, answer: object, paths: string[] = []): object {
  const copy = structuredClone(answer) as Json;
  for (const path of paths) expandPath(context, copy, path.split('.'), path);
  return copy;
}

function expandPath(context: Context, object: Json, [name = '', ...rest]: string[], path: string): void {
  if (object['object'] === 'list' && name === 'data') {
    for (const item of object['data'] as Json[]) expandPath(context, item, rest, path);
    return;
  }
  const value = expandField(context, object, name, path);
  object[name] = value;
  if (rest.length > 0 && isObject(value)) expandPath(context, value, rest, path);
}

function expandField(context: Context, object: Json, name: string, path: string): unknown {
  if (object['object'] === 'checkout.session' && name === 'line_items') return lineItems(context, String(object['id']));
  if (object['object'] === 'charge' && name === 'refunds') return refundsOf(context, String(object['id']));

  const kind = kindOf(object, name);
  if (!(name in object) || (!kind && !alwaysNull.has(name))) {
    throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
  }
  const value = object[name];
  if (!kind || typeof value !== 'string') return value;
  return context.store.find(kind, value, context.account)?.object ?? value;
}

const kindOf = (object: Json, name: string): Kind | undefined =>
  object['object'] === 'balance_transaction' && name === 'source'
    ? sources[String(object['source']).split('_')[0] ?? '']
    : references[name];

const lineItems = (context: Context, sessionId: string) =>
  listObjects(context, {
    kind: 'item',
    params: { limit: 10 },
    parent: sessionId,
    url: `/v1/checkout/sessions/${sessionId}/line_items`,
  });

const refundsOf = (context: Context, chargeId: string) =>
  listObjects(context, {
    kind: 'refund',
    params: { limit: 10 },
    where: [["json_extract(body, '$.charge') = ?", chargeId]],
    url: `/v1/charges/${chargeId}/refunds`,
  });

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
