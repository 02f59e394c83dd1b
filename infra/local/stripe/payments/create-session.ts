import type Stripe from 'stripe';
import { invalidRequest } from '../api-error.ts';
import { refuseIdleAccount } from '../connect/accounts.ts';
import type { Context } from '../context.ts';
import { later } from '../later.ts';
import { formatMoney, maxAmount, minAmount } from '../money.ts';
import { makeLineItem, makeSession } from '../objects/session.ts';
import type { SessionParams } from '../params/session-params.ts';

const halfAnHour = 30 * 60;
const oneDay = 24 * 60 * 60;

export function createSession(context: Context, params: SessionParams): Stripe.Checkout.Session {
  refuseIdleAccount(context);
  const created = context.clock.now();
  const items = params.line_items.map((item) => makeLineItem(item, created));
  const currency = currencyOf(items);
  const total = items.reduce((sum, item) => sum + item.amount_total, 0);
  checkTotal(total, currency);
  if (params.expires_at !== undefined) checkExpiry(params.expires_at, created);

  const session = makeSession({ params, total, currency, created, origin: context.origin });
  context.store.put(context.account, 'checkout.session', session);
  // Lists run newest first, and the first line stands at the top.
  for (const item of items.toReversed()) context.store.put(context.account, 'item', item, session.id);
  context.store.keepNote('intent draft', session.id, {
    metadata: params.payment_intent_data?.metadata ?? {},
    description: params.payment_intent_data?.description ?? null,
    receiptEmail: params.payment_intent_data?.receipt_email ?? null,
  });
  later(context, 'expire-session', session.id, session.expires_at);
  return session;
}

function currencyOf([first, ...others]: Stripe.LineItem[]): string {
  const currency = first?.currency ?? '';
  if (others.some((item) => item.currency !== currency)) {
    throw invalidRequest('All line items must have the same currency.', { param: 'line_items' });
  }
  return currency;
}

function checkTotal(total: number, currency: string): void {
  const least = minAmount(currency);
  if (total < least) {
    throw invalidRequest(
      `The Checkout Session's total amount due must add up to at least ${formatMoney(least, currency)} ${currency}`,
      { code: 'amount_too_small', param: 'line_items' },
    );
  }
  if (total > maxAmount) {
    throw invalidRequest(
      `The Checkout Session's total amount must be no more than ${formatMoney(maxAmount, currency)} ${currency}`,
      { code: 'amount_too_large', param: 'line_items' },
    );
  }
}

function checkExpiry(expiresAt: number, created: number): void {
  if (expiresAt >= created + halfAnHour && expiresAt <= created + oneDay) return;
  throw invalidRequest(
    'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
    {
      param: 'expires_at',
    },
  );
}
