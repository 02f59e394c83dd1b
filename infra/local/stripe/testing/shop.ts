import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { onTestFinished } from 'vitest';
import { check } from '#infra/checks/stripe/check.mjs';
import { type LocalStripe, startStripe } from '../server.ts';
import { type Receiver, startReceiver } from './receiver.ts';

export const goodCard = '4242424242424242';

/** A business with the real SDK, the local Stripe and its webhook. Every body on the wire is held against Stripe's types. */
export interface Shop {
  local: LocalStripe;
  receiver: Receiver;
  stripe: Stripe;
  client: (options?: { key?: string; account?: string }) => Stripe;
  checkout: (
    change?: Partial<Stripe.Checkout.SessionCreateParams>,
  ) => Promise<Stripe.Response<Stripe.Checkout.Session>>;
  pay: (session: Stripe.Checkout.Session, card?: string | Record<string, string>) => Promise<Response>;
  /** Pays for a new order; what the bank was asked for, even when it declined. */
  paidCharge: (card?: string) => Promise<Stripe.Charge>;
  /** Presses a button of a page that follows. */
  press: (session: Stripe.Checkout.Session, path: string, answer?: string) => Promise<Response>;
}

/** Opens for one test and closes with it; the test fails if a body was none of Stripe's. */
export async function openShop(): Promise<Shop> {
  const dir = await mkdtemp(join(tmpdir(), 'stripe-'));
  const receiver = await startReceiver();
  const local = await startStripe({ port: 0, dir, webhook: receiver });
  const problems: string[] = [];
  const client: Shop['client'] = ({ key = 'sk_test_local', account } = {}) => clientOf(local, problems, key, account);
  const stripe = client();
  const checkout: Shop['checkout'] = (change) => stripe.checkout.sessions.create(order(change));

  onTestFinished(async () => {
    await local.close();
    await receiver.close();
    await rm(dir, { recursive: true });
    const found = [...problems, ...receiver.problems];
    if (found.length > 0) throw new Error(found.join('\n'));
  });
  return {
    local,
    receiver,
    stripe,
    client,
    checkout,
    pay,
    paidCharge: async (card) => {
      await pay(await checkout(), card);
      const [charge] = (await stripe.charges.list({ limit: 1 })).data;
      if (!charge) throw new Error('Nothing was charged.');
      return charge;
    },
    press: (session, path, answer = '') =>
      fetch(`${local.url}/pay/${session.id}${path}`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ answer }),
      }),
  };
}

function clientOf(local: { host: string; port: number }, problems: string[], key: string, account?: string): Stripe {
  const httpClient = Stripe.createNodeHttpClient();
  const makeRequest = httpClient.makeRequest.bind(httpClient);
  httpClient.makeRequest = async (...request) => {
    const response = await makeRequest(...request);
    const toJSON = response.toJSON.bind(response);
    response.toJSON = async () => {
      const body: unknown = await toJSON();
      problems.push(...check(body, 'auto', { enums: 'closed' }));
      return body;
    };
    return response;
  };
  return new Stripe(key, {
    host: local.host,
    port: local.port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
    httpClient,
    ...(account ? { stripeAccount: account } : {}),
  });
}

/** One Gold plan for $100.00. */
export const order = (
  change: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  success_url: 'https://shop.example/thanks?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'https://shop.example/cart',
  line_items: [line(10_000, 'usd')],
  ...change,
});

export const line = (amount: number, currency: string, name = 'Gold plan', quantity = 1) => ({
  quantity,
  price_data: { currency, unit_amount: amount, product_data: { name } },
});

/** Submits the form of the pay page, as a browser without script does. */
export function pay(
  session: Stripe.Checkout.Session,
  card: string | Record<string, string> = goodCard,
): Promise<Response> {
  const fields = typeof card === 'string' ? { number: card } : card;
  return fetch(String(session.url), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ number: goodCard, expiry: '12 / 34', cvc: '123', name: 'Ada Lovelace', ...fields }),
  });
}

export const typesOf = (events: Stripe.Event[]): string[] => events.map(({ type }) => type);
