import { describe, expect, test } from 'vitest';
import { line, openShop, typesOf } from './testing/shop.ts';

describe('3-D Secure', () => {
  test.each(['4000002760003184', '4000002500003155'])(
    '%s: the bank asks, the customer agrees, the payment is made',
    async (card) => {
      const shop = await openShop();
      const session = await shop.checkout();
      const asked = await shop.pay(session, card);
      expect([asked.status, asked.headers.get('location')]).toEqual([303, `/pay/${session.id}/authenticate`]);
      const page = await (await fetch(`${session.url}/authenticate`)).text();
      expect(page).toContain('Complete authentication');
      expect((await shop.stripe.paymentIntents.list()).data[0]).toMatchObject({
        status: 'requires_action',
        next_action: { type: 'redirect_to_url' },
      });

      const answer = await shop.press(session, '/authenticate', 'approve');
      expect(answer.headers.get('location')).toBe(`https://shop.example/thanks?session=${session.id}`);
      expect((await shop.stripe.charges.list()).data[0]?.payment_method_details?.card?.three_d_secure?.result).toBe(
        'authenticated',
      );
      expect(typesOf(await shop.receiver.count(5))).toEqual([
        'payment_intent.created',
        'payment_intent.requires_action',
        'charge.succeeded',
        'payment_intent.succeeded',
        'checkout.session.completed',
      ]);
    },
  );

  test('refused: the page says so, nothing is charged, another card works', async () => {
    const shop = await openShop();
    const session = await shop.checkout();
    await shop.pay(session, '4000002760003184');
    const refused = await shop.press(session, '/authenticate', 'decline');
    expect(refused.status).toBe(402);
    expect(await refused.text()).toContain('We are unable to authenticate your payment method.');
    expect((await shop.stripe.charges.list()).data).toEqual([]);
    expect((await shop.press(session, '/authenticate', 'approve')).headers.get('location')).toBe(`/pay/${session.id}`);
    expect((await shop.pay(session)).status).toBe(303);
  });
});

describe('UPI', () => {
  const rupees = { line_items: [line(49_900, 'inr')] };

  test('is offered for rupees only', async () => {
    const shop = await openShop();
    const inRupees = await shop.checkout(rupees);
    const inDollars = await shop.checkout();
    expect(await (await fetch(String(inRupees.url))).text()).toContain('Pay by UPI');
    expect(await (await fetch(String(inDollars.url))).text()).not.toContain('Pay by UPI');
    expect((await shop.press(inDollars, '/upi')).status).toBe(404);
  });

  test('completes the session unpaid until the bank says yes', async () => {
    const shop = await openShop();
    const session = await shop.checkout(rupees);
    expect((await shop.press(session, '/upi')).headers.get('location')).toBe(`/pay/${session.id}/upi`);
    expect(await shop.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'processing' },
    });
    expect(await (await fetch(`${session.url}/upi`)).text()).toContain('₹499.00');

    await shop.press(session, '/upi/answer', 'approve');
    expect((await shop.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
    const events = await shop.receiver.count(7);
    expect(typesOf(events)).toEqual([
      'payment_intent.created',
      'charge.pending',
      'payment_intent.processing',
      'checkout.session.completed',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.async_payment_succeeded',
    ]);
    expect(events[3]?.data.object).toMatchObject({ payment_status: 'unpaid' });
    expect(events[6]?.data.object).toMatchObject({ payment_status: 'paid' });
  });

  test('refused in the app: the business hears of it, and the answer counts once', async () => {
    const shop = await openShop();
    const session = await shop.checkout(rupees);
    await shop.press(session, '/upi');
    await shop.press(session, '/upi/answer', 'decline');
    const second = await shop.press(session, '/upi/answer', 'approve');
    expect(await second.text()).toContain('Payment failed');
    expect((await shop.receiver.count(7)).at(-1)).toMatchObject({
      type: 'checkout.session.async_payment_failed',
      data: { object: { status: 'complete', payment_status: 'unpaid' } },
    });
    expect((await shop.stripe.charges.list()).data[0]).toMatchObject({ status: 'failed', paid: false });
  });
});
