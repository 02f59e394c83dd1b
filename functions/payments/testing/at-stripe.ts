import type Stripe from 'stripe';
import type { CheckoutDraft } from '#domain/payments/drafts.ts';
import { config } from '#functions/platform/config.ts';
import { stripe, stripeOn } from '#functions/platform/stripe.ts';
import { make } from '#functions/testing/make.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { openCheckout } from '../open-checkout.ts';
import { newsOf } from '../stripe-news.ts';
import { workInbox } from '../work-inbox.ts';

export const fail = (error: unknown): void => {
  throw error;
};

/** The business gets an account of its own at Stripe: what happens on it is nobody else's. */
export async function connected(crm: Crm): Promise<string> {
  const account = `acct_${crypto.randomUUID().replaceAll('-', '')}`;
  await crm.system().stripeAccount.add({
    attempt: 1,
    country: 'US',
    account,
    connectedAt: '2026-03-01T08:00:00.000Z',
    former: [],
    chargesEnabled: true,
    payoutsEnabled: true,
    wanted: [],
    disabledReason: null,
  });
  return account;
}

/** A customer of such a business at the door of Stripe's page. */
export async function atPayPage(crm: Crm, change: Partial<CheckoutDraft> = {}) {
  const account = await connected(crm);
  const customer = await crm.work('customer');
  if (change.currency) await crm.system().rates.set({ currency: change.currency, from: '2020-01-01', rate: '0.012' });
  const { paymentId, url } = await openCheckout(customer, make.checkoutDraft(change));
  return { account, customer, paymentId, url, stored: () => customer.payments.get(paymentId) };
}

/** All that Stripe told of an account, oldest first, as the webhook would carry it. */
export async function eventsOn(account: string): Promise<Stripe.Event[]> {
  const events = await stripe.events.list({ limit: 100 }, stripeOn(account)).autoPagingToArray({ limit: 1000 });
  return events.toReversed().map((event) => ({ ...event, account }));
}

export async function eventOn(account: string, type: Stripe.Event.Type): Promise<Stripe.Event> {
  const found = (await eventsOn(account)).findLast((event) => event.type === type);
  if (!found) throw new Error(`Stripe told no ${type} of ${account}`);
  return found;
}

/** What the feed of the inbox does with an event that came. */
export const hear = (event: Stripe.Event, report = fail): Promise<void> => workInbox([newsOf(event)], report);

/** What happens at Stripe without a request of ours: in a dashboard, at a bank. */
export async function happen(what: 'dispute' | 'refund' | 'settle-refund', how: object): Promise<void> {
  const response = await fetch(new URL(`/_control/${what}`, config.stripe.api), {
    method: 'POST',
    body: JSON.stringify(how),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** A customer who pays with a UPI app, and what its bank says. */
export const upi = {
  start: (url: string) => fetch(`${url}/upi`, { method: 'POST', redirect: 'manual' }),
  answer: (url: string, answer: 'approve' | 'refuse') =>
    fetch(`${url}/upi/answer`, { method: 'POST', body: new URLSearchParams({ answer }), redirect: 'manual' }),
};

type Signing = { at?: number; secret?: string };

export function signed(
  event: object,
  { at = Math.floor(Date.now() / 1000), secret = config.stripe.webhookSecrets[0]! }: Signing = {},
) {
  const payload = JSON.stringify(event);
  return {
    bytes: Buffer.from(payload),
    signature: stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: at }),
  };
}
