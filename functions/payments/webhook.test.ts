import { Stripe } from 'stripe';
import { describe, expect, test, vi } from 'vitest';
import { payOnPage } from '#infra/people/pay.ts';
import { config } from '#functions/platform/config.ts';
import { container } from '#functions/platform/cosmos.ts';
import { stripe, stripeOn } from '#functions/platform/stripe.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { inboxStore } from './inbox-store.ts';
import { receiveStripeEvent } from './receive-stripe-event.ts';
import { atPayPage, connected, eventOn, hear, signed } from './testing/at-stripe.ts';

const seconds = () => Math.floor(Date.now() / 1000);

/** Text that says the same in another order. */
const reordered = (event: object) =>
  Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(event).toReversed())));

describe('a webhook that Stripe did not sign just now', () => {
  test.each([
    ['without a signature', (event: object) => ({ ...signed(event), signature: null })],
    ['with an empty signature', (event: object) => ({ ...signed(event), signature: '' })],
    ['with half a signature', (event: object) => ({ ...signed(event), signature: `t=${seconds()}` })],
    ['with another secret', (event: object) => signed(event, { secret: 'whsec_somebody_else' })],
    ['with another body', (event: object) => ({ ...signed(event), bytes: signed({ ...event, id: 'evt_x' }).bytes })],
    ['with its body in another order', (event: object) => ({ ...signed(event), bytes: reordered(event) })],
    ['six minutes old', (event: object) => signed(event, { at: seconds() - 360 })],
    ['R10 six minutes from the future', (event: object) => signed(event, { at: seconds() + 360 })],
    [
      'an old one dressed up as new',
      (event: object) => {
        const { bytes, signature } = signed(event, { at: seconds() - 360 });
        return { bytes, signature: `t=${seconds()},${signature}` };
      },
    ],
  ])('%s is refused with 400 and leaves nothing behind', (_, forge) =>
    withCrm(async (crm) => {
      const { account, url, stored } = await atPayPage(crm);
      await payOnPage(url);
      const event = await eventOn(account, 'checkout.session.completed');
      const { bytes, signature } = forge(event);
      const receiving = receiveStripeEvent(bytes, signature, new Date());
      await expect(receiving).rejects.toMatchObject({ problem: { status: 400 } });
      expect((await stored()).status).toBe('pending');
      expect(await inboxStore.isKnown(event.id)).toBe(false);
    })(),
  );
});

test(
  'during a rotation both secrets are good, and no longer than that',
  withCrm(async (crm) => {
    const { account, url } = await atPayPage(crm);
    await payOnPage(url);
    const event = await eventOn(account, 'checkout.session.completed');
    const { bytes, signature } = signed(event, { secret: 'whsec_the_next' });
    const receive = () => receiveStripeEvent(bytes, signature, new Date());

    await expect(receive()).rejects.toMatchObject({ problem: { status: 400 } });
    config.stripe.webhookSecrets.push('whsec_the_next');
    try {
      await receive();
    } finally {
      config.stripe.webhookSecrets.pop();
    }
    expect(await inboxStore.isKnown(event.id)).toBe(true);
  }),
);

test(
  'a kind of event that says nothing about payments is answered and leaves nothing behind',
  withCrm(async () => {
    const event = { id: `evt_${crypto.randomUUID()}`, object: 'event', type: 'customer.created', data: { object: {} } };
    const { bytes, signature } = signed(event);
    await receiveStripeEvent(bytes, signature, new Date());
    expect(await inboxStore.isKnown(event.id)).toBe(false);
  }),
);

const withMetadata = (event: Stripe.Event, change: object) => {
  const object = event.data.object as Stripe.Checkout.Session;
  return { ...event, data: { object: { ...object, metadata: { ...object.metadata, ...change } } } };
};
const lies: [string, (event: Stripe.Event) => object, string][] = [
  ["from another business's account", (event) => ({ ...event, account: 'acct_another' }), 'does not fit the account'],
  ["from the deployment's own account", ({ account: _, ...event }) => event, 'does not fit the account'],
  [
    'about a page that is not of this payment',
    (event) => ({ ...event, data: { object: { ...event.data.object, id: 'cs_test_other' } } }),
    'does not fit payment',
  ],
  [
    'about a payment of another business',
    (event) => withMetadata(event, { workspaceId: crypto.randomUUID() }),
    'was not found',
  ],
  [
    'about a payment that does not exist',
    (event) => withMetadata(event, { paymentId: crypto.randomUUID() }),
    'was not found',
  ],
  ['with an id that is none', (event) => withMetadata(event, { paymentId: '../../x' }), 'names no payment of ours'],
];

test.each(lies)('an event %s is reported, answered and changes nothing', (_, change, reason) =>
  withCrm(async (crm) => {
    const { account, url, stored } = await atPayPage(crm);
    await payOnPage(url);
    const event = await eventOn(account, 'checkout.session.completed');
    const before = await stored();
    const reports: unknown[] = [];
    await hear(change(event) as Stripe.Event, (error) => reports.push(error));
    expect(await stored()).toEqual(before);
    expect(String(reports)).toContain(reason);
  })(),
);

test(
  'a cheap page made on the own account in the name of a dear payment pays nothing',
  withCrm(async (crm) => {
    const { account, customer, paymentId, stored } = await atPayPage(crm);
    const { url } = await stripe.checkout.sessions.create(
      {
        mode: 'payment',
        line_items: [
          { quantity: 1, price_data: { currency: 'usd', unit_amount: 100, product_data: { name: 'cheap' } } },
        ],
        metadata: { workspaceId: customer.workspaceId, paymentId, attempt: '1' },
        success_url: 'http://localhost/ok',
      },
      stripeOn(account),
    );
    await payOnPage(url!);
    const event = await eventOn(account, 'checkout.session.completed');
    const reports: unknown[] = [];
    await hear(event, (error) => reports.push(error));
    expect(String(reports)).toContain('does not fit');
    expect((await stored()).status).toBe('pending');
  }),
);

test(
  "what the business's own web shop takes on its account is none of ours, and no error",
  withCrm(async (crm) => {
    const account = await connected(crm);
    const { url } = await stripe.checkout.sessions.create(
      {
        mode: 'payment',
        line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'cup' } } }],
        success_url: 'http://localhost/ok',
      },
      stripeOn(account),
    );
    await payOnPage(url!);
    await expect(hear(await eventOn(account, 'checkout.session.completed'))).resolves.toBeUndefined();
  }),
);

test(
  'what cannot be read now holds up nothing else, and the next delivery works',
  withCrm(async (crm) => {
    const { account, paymentId, url, stored } = await atPayPage(crm);
    await payOnPage(url);
    const event = await eventOn(account, 'checkout.session.completed');
    const { bytes, signature } = signed(event);
    const deliver = () => receiveStripeEvent(bytes, signature, new Date());
    const setCurrency = (value: string) =>
      container('payments')
        .item(paymentId, crm.workspace.id)
        .patch([{ op: 'set', path: '/currency', value }]);
    await setCurrency('none that can be read');
    await deliver();
    const reports: unknown[] = [];
    await hear(event, (error) => reports.push(error));
    expect(String(reports)).toContain('currency');
    expect(await inboxStore.isKnown(event.id)).toBe(false);

    await setCurrency('USD');
    await deliver();
    expect(await inboxStore.isKnown(event.id)).toBe(true);
    await hear(event);
    expect((await stored()).status).toBe('paid');
  }),
);

test(
  'while Stripe is away the feed keeps what it was told, and brings it again',
  withCrm(async (crm) => {
    const { account, url, stored } = await atPayPage(crm);
    await payOnPage(url);
    const event = await eventOn(account, 'checkout.session.completed');
    const { bytes, signature } = signed(event);
    await receiveStripeEvent(bytes, signature, new Date());
    const away = vi.spyOn(stripe.checkout.sessions, 'retrieve').mockRejectedValueOnce(stripeIsAway());
    await expect(hear(event)).rejects.toThrow('away');
    away.mockRestore();
    expect(await inboxStore.isKnown(event.id)).toBe(true);
    await hear(event);
    expect((await stored()).status).toBe('paid');
  }),
);

const stripeIsAway = () => new Stripe.errors.StripeConnectionError({ type: 'api_error', message: 'Stripe is away' });
