import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterAll, describe, expect, test } from 'vitest';
import { startStripe } from '../local/stripe/server.ts';
import { service } from './service.ts';

let host: { host: string; port: number; protocol: 'http' } | undefined;
const { name, connection, close } = await service('CONFORMANCE_STRIPE', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'starone-conformance-'));
  const local = await startStripe({ port: 0, dir, webhook: undefined });
  host = { host: local.host, port: local.port, protocol: 'http' };
  return {
    connection: 'sk_test_local',
    close: async () => {
      await local.close();
      rmSync(dir, { recursive: true });
    },
  };
});
if (!connection.startsWith('sk_test_')) throw new Error('CONFORMANCE_STRIPE must be a test key: sk_test_...');

const stripe = new Stripe(connection, { telemetry: false, ...host });
afterAll(close);

const wanted = {
  mode: 'payment',
  success_url: 'https://crm.starone.example/paid',
  metadata: { paymentId: 'p1' },
  line_items: [
    { quantity: 1, price_data: { currency: 'eur', unit_amount: 24_000, product_data: { name: 'Ring resize' } } },
  ],
} satisfies Stripe.Checkout.SessionCreateParams;

describe(`Stripe, ${name}`, () => {
  test('opens a checkout for an amount, and says the same of it when asked', async () => {
    const opened = await stripe.checkout.sessions.create(wanted);
    expect(opened).toMatchObject({ status: 'open', payment_status: 'unpaid', amount_total: 24_000, currency: 'eur' });
    expect(opened.url).toMatch(/^http/);
    expect(await stripe.checkout.sessions.retrieve(opened.id)).toMatchObject({
      id: opened.id,
      amount_total: 24_000,
      metadata: { paymentId: 'p1' },
    });
  });

  test('answers the same checkout to the same idempotency key, and refuses it with other values', async () => {
    const idempotencyKey = crypto.randomUUID();
    const first = await stripe.checkout.sessions.create(wanted, { idempotencyKey });
    expect((await stripe.checkout.sessions.create(wanted, { idempotencyKey })).id).toBe(first.id);
    const other = { ...wanted, metadata: { paymentId: 'p2' } };
    await expect(stripe.checkout.sessions.create(other, { idempotencyKey })).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    });
  });

  test('closes a checkout for good', async () => {
    const { id } = await stripe.checkout.sessions.create(wanted);
    expect((await stripe.checkout.sessions.expire(id)).status).toBe('expired');
    await expect(stripe.checkout.sessions.expire(id)).rejects.toMatchObject({ type: 'StripeInvalidRequestError' });
  });

  test('says which part of a request is wrong', async () => {
    await expect(stripe.checkout.sessions.create({ ...wanted, line_items: [] })).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
    });
    await expect(stripe.checkout.sessions.retrieve('cs_test_nobody')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
  });
});
