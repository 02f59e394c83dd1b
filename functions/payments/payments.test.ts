import { describe, expect, test } from 'vitest';
import { payOnPage } from '#infra/people/pay.ts';
import { stripe } from '#functions/platform/stripe.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { applyStripeEvent } from './apply-stripe-event.ts';
import { confirmPayment } from './confirm-payment.ts';
import { openCheckout } from './open-checkout.ts';
import { receiveStripeEvent } from './receive-stripe-event.ts';
import { reconcilePayments } from './reconcile-payments.ts';

const fail = (error: unknown): void => {
  throw error;
};
const declined = '4000 0000 0000 0002';

const checkout = async (crm: Crm) => {
  const customer = await crm.work('customer');
  const { paymentId, url } = await openCheckout(customer, make.checkoutDraft());
  const stored = () => customer.payments.get(paymentId);
  return { customer, paymentId, url, stored };
};

/** Stripe's own event about a payment, as the webhook would carry it. */
const eventFor = async (paymentId: string, type: string) => {
  const { data } = await stripe.events.list({ types: [type], limit: 100 });
  const found = data.find(
    ({ data: { object } }) => 'metadata' in object && object.metadata?.['paymentId'] === paymentId,
  );
  if (!found) throw new Error(`Stripe has no ${type} for ${paymentId}`);
  return found;
};

const signed = (event: object, at = Math.floor(Date.now() / 1000), secret = process.env['STRIPE_WEBHOOK_SECRETS']!) => {
  const payload = JSON.stringify(event);
  return {
    bytes: Buffer.from(payload),
    signature: stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: at }),
  };
};

describe('opening the pay page', () => {
  test(
    'R6 twenty times at once with one attempt is one payment and one session',
    withCrm(async (crm) => {
      const customer = await crm.work('customer');
      const draft = make.checkoutDraft();
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => openCheckout(customer, draft)));
      const urls = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.url] : []));
      expect(urls.length).toBeGreaterThan(0);
      expect(new Set(urls).size).toBe(1);
      expect((await customer.payments.list({ all: true }, { limit: 50 })).items).toHaveLength(1);
    }),
  );

  test(
    'F229 the attempt is noted as pending before anything is paid',
    withCrm(async (crm) => {
      const { stored } = await checkout(crm);
      expect(await stored()).toMatchObject({ status: 'pending', amount: 10_000, currency: 'USD', paidOn: null });
    }),
  );

  test(
    'in a currency that the business does not take is refused, and nothing is stored',
    withCrm(async (crm) => {
      const customer = await crm.work('customer');
      const attempt = openCheckout(customer, make.checkoutDraft({ currency: 'EUR' }));
      await expect(attempt).rejects.toMatchObject({
        problem: { status: 400, errors: [{ pointer: '/body/currency' }] },
      });
      expect((await customer.payments.list({ all: true }, { limit: 50 })).items).toEqual([]);
    }),
  );

  test(
    "for somebody else's task is refused",
    withCrm(async (crm) => {
      const customer = await crm.work('customer');
      const attempt = openCheckout(customer, make.checkoutDraft({ taskId: customer.newId() }));
      await expect(attempt).rejects.toMatchObject({ problem: { status: 404 } });
    }),
  );
});

describe('a card that works', () => {
  test(
    'F233 is recorded by the return page',
    withCrm(async (crm) => {
      const { customer, paymentId, url } = await checkout(crm);
      expect((await payOnPage(url)).status).toBe(303);
      expect(await confirmPayment(customer, paymentId)).toMatchObject({
        status: 'paid',
        method: 'card',
        failureReason: null,
      });
    }),
  );

  test(
    'F227 is recorded by the signed webhook alone when the browser never comes back, and only once',
    withCrm(async (crm) => {
      const { paymentId, url, stored } = await checkout(crm);
      await payOnPage(url);
      const { bytes, signature } = signed(await eventFor(paymentId, 'checkout.session.completed'));

      await receiveStripeEvent(bytes, signature, new Date(), fail);
      const once = await stored();
      expect(once.status).toBe('paid');
      await receiveStripeEvent(bytes, signature, new Date(), fail);
      expect(await stored()).toEqual(once);
    }),
  );

  test(
    'is back after the reconciler when every webhook was lost',
    withCrm(async (crm) => {
      const { url, stored } = await checkout(crm);
      await payOnPage(url);
      await reconcilePayments(new Date(), () => undefined);
      expect((await stored()).status).toBe('paid');
    }),
  );
});

test(
  'F228 a declined card is stored with its reason, and a later good card wins',
  withCrm(async (crm) => {
    const { customer, paymentId, url, stored } = await checkout(crm);
    const page = await payOnPage(url, declined);
    expect(page.html).toContain('Your card was declined.');

    await applyStripeEvent(await eventFor(paymentId, 'payment_intent.payment_failed'), fail);
    expect(await stored()).toMatchObject({ status: 'failed', failureReason: 'Your card was declined.' });

    await payOnPage(url);
    expect(await confirmPayment(customer, paymentId)).toMatchObject({ status: 'paid', failureReason: null });
    await applyStripeEvent(await eventFor(paymentId, 'payment_intent.payment_failed'), fail);
    expect((await stored()).status).toBe('paid');
  }),
);

describe('a webhook that Stripe did not sign just now', () => {
  const now = () => Math.floor(Date.now() / 1000);
  test.each([
    ['without a signature', (event: object) => ({ ...signed(event), signature: null })],
    ['with another secret', (event: object) => signed(event, now(), 'whsec_somebody_else')],
    [
      'tampered with',
      (event: object) => ({ ...signed(event), bytes: Buffer.from(JSON.stringify({ ...event, id: 'evt_other' })) }),
    ],
    ['six minutes old', (event: object) => signed(event, now() - 360)],
    ['six minutes from the future', (event: object) => signed(event, now() + 360)],
  ])('%s is refused with 400 and nothing is stored', (_, forge) =>
    withCrm(async (crm) => {
      const { paymentId, url, stored } = await checkout(crm);
      await payOnPage(url);
      const { bytes, signature } = forge(await eventFor(paymentId, 'checkout.session.completed'));
      const receiving = receiveStripeEvent(bytes, signature, new Date(), fail);
      await expect(receiving).rejects.toMatchObject({ problem: { status: 400 } });
      expect((await stored()).status).toBe('pending');
    })(),
  );
});

test(
  'metadata that names a payment of another amount changes nothing',
  withCrm(async (crm) => {
    const { customer, paymentId, stored } = await checkout(crm);
    const session = await stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 100, product_data: { name: 'cheap' } } }],
      metadata: { workspaceId: customer.workspaceId, paymentId },
      success_url: 'http://localhost/ok',
    });
    await payOnPage(session.url!);
    const event = (await stripe.events.list({ types: ['checkout.session.completed'], limit: 100 })).data.find(
      ({ data: { object } }) => 'id' in object && object.id === session.id,
    )!;
    await expect(applyStripeEvent(event, fail)).rejects.toThrow('does not fit');
    expect((await stored()).status).toBe('pending');
  }),
);

test(
  "somebody else's payment cannot be asked about",
  withCrm(async (crm) => {
    const { paymentId } = await checkout(crm);
    const other = await crm.work('customer');
    await expect(confirmPayment(other, paymentId)).rejects.toMatchObject({ problem: { status: 404 } });
  }),
);

test(
  'the same imported rows twice are stored once',
  withCrm(async (crm) => {
    const { payments, newId } = crm.system();
    const { id, name } = await crm.addCustomer();
    const rows = Array.from({ length: 250 }, (_, n) => ({
      id: newId(),
      customer: { id, name, email: '' },
      task: null,
      amount: n,
      currency: 'USD',
      status: 'paid' as const,
      method: 'imported' as const,
      failureReason: null,
      createdAt: '2026-01-01T12:00:00.000Z',
      updatedAt: '2026-01-01T12:00:00.000Z',
      paidOn: '2026-01-01',
    }));
    expect(await payments.addImported(rows.slice(0, 130), newId())).toBe(130);
    expect(await payments.addImported(rows, newId())).toBe(120);
    const counted = await payments.ofCustomers([id]);
    expect(counted.reduce((sum, { amount }) => sum + amount, 0)).toBe((249 * 250) / 2);
  }),
);
