import { describe, expect, test } from 'vitest';
import { line, openShop, typesOf } from './testing/shop.ts';

describe('the pay page', () => {
  test('says what is bought, for how much, by whom, and that no money moves', async () => {
    const shop = await openShop();
    const session = await shop.checkout({ customer_email: 'ada@example.com' });
    const page = await (await fetch(String(session.url))).text();
    for (const text of ['Gold plan', 'Pay $100.00', 'ada@example.com', 'no money moves', '4000 0000 0000 9995']) {
      expect(page).toContain(text);
    }
    expect(page).toContain('href="https://shop.example/cart"');
    for (const label of ['Card number', 'Expiry', 'CVC', 'Name on card']) expect(page).toContain(`>${label}</label>`);
  });

  test('fills in a test card that is chosen from its list', async () => {
    const shop = await openShop();
    const { url } = await shop.checkout();
    expect(await (await fetch(`${url}?card=4000000000000002`)).text()).toContain('value="4000000000000002"');
  });

  test('shows names as text, never as markup', async () => {
    const shop = await openShop();
    const { url } = await shop.checkout({ line_items: [line(100, 'usd', '<img src=x onerror=alert(1)>')] });
    expect(await (await fetch(String(url))).text()).not.toContain('<img');
  });

  test('keeps what was typed, except the CVC, when a field is wrong', async () => {
    const shop = await openShop();
    const session = await shop.checkout();
    const answer = await shop.pay(session, { number: '4242 4242 4242 4241', cvc: '987', name: 'Ada & Bob' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('value="4242 4242 4242 4241"');
    expect(page).toContain('value="Ada &amp; Bob"');
    expect(page).not.toContain('value="987"');
  });
});

describe('a good card', () => {
  test('completes the session, makes a charge, tells the business and goes back to it', async () => {
    const shop = await openShop();
    const session = await shop.checkout({
      customer_email: 'ada@example.com',
      metadata: { paymentId: 'p1' },
      payment_intent_data: { metadata: { paymentId: 'p1' }, description: 'Gold plan, 2026' },
    });
    const answer = await shop.pay(session);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `https://shop.example/thanks?session=${session.id}`,
    ]);

    const paid = await shop.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      amount_total: 10_000,
      currency: 'usd',
      metadata: { paymentId: 'p1' },
      customer_details: { email: 'ada@example.com', name: 'Ada Lovelace' },
      payment_intent: {
        status: 'succeeded',
        amount_received: 10_000,
        metadata: { paymentId: 'p1' },
        description: 'Gold plan, 2026',
        latest_charge: {
          status: 'succeeded',
          paid: true,
          payment_method_details: { card: { last4: '4242', exp_month: 12, exp_year: 2034 } },
        },
      },
    });
    expect(typesOf(await shop.receiver.count(4))).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ]);
  });

  test('is taken once, however often and from however many tabs it is sent', async () => {
    const shop = await openShop();
    const session = await shop.checkout();
    const answers = await Promise.all([shop.pay(session), shop.pay(session), shop.pay(session)]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await shop.stripe.charges.list()).data).toHaveLength(1);
    expect(await (await fetch(String(session.url))).text()).toContain('You have already paid.');
  });

  test('leaves a receipt behind', async () => {
    const shop = await openShop();
    const session = await shop.checkout();
    await shop.pay(session);
    const [charge] = (await shop.stripe.charges.list()).data;
    expect(await (await fetch(String(charge?.receipt_url))).text()).toContain('$100.00, succeeded');
  });
});

describe('a declined card', () => {
  test.each([
    ['4000000000000002', 'card_declined', 'generic_decline', 'Your card was declined.'],
    ['4000000000009995', 'card_declined', 'insufficient_funds', 'Your card has insufficient funds.'],
    ['4000000000009987', 'card_declined', 'lost_card', 'Your card was declined.'],
    ['4000000000000069', 'expired_card', undefined, 'Your card has expired.'],
    ['4000000000000127', 'incorrect_cvc', undefined, 'Your card&#39;s security code is incorrect.'],
    ['4000000000000119', 'processing_error', undefined, 'An error occurred while processing your card.'],
    ['4111111111111111', 'card_declined', 'test_mode_live_card', 'takes only the test cards listed below'],
  ])('%s says why and can be tried again', async (number, code, declineCode, sentence) => {
    const shop = await openShop();
    const session = await shop.checkout();
    const answer = await shop.pay(session, number);
    expect(answer.status).toBe(402);
    expect(await answer.text()).toContain(sentence);

    const failed = (await shop.receiver.count(3)).at(-1);
    expect(failed).toMatchObject({
      type: 'payment_intent.payment_failed',
      data: { object: { status: 'requires_payment_method', last_payment_error: { code } } },
    });
    const [charge] = (await shop.stripe.charges.list()).data;
    expect(charge).toMatchObject({ status: 'failed', paid: false, amount_captured: 0, failure_code: code });
    expect(charge?.outcome?.reason).toBe(declineCode ?? code);
    expect((await shop.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
    expect((await shop.pay(session)).status).toBe(303);
  });

  test('and a good one after it share one payment intent', async () => {
    const shop = await openShop();
    const session = await shop.checkout();
    await shop.pay(session, '4000000000000002');
    await shop.pay(session);
    const { data } = await shop.stripe.paymentIntents.list();
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ status: 'succeeded', last_payment_error: null });
    expect((await shop.stripe.charges.list({ payment_intent: String(data[0]?.id) })).data).toHaveLength(2);
  });
});
