import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { idOf } from './ids.ts';
import { openShop, typesOf } from './testing/shop.ts';

describe('a refund', () => {
  test('of a part, then of the rest', async () => {
    const shop = await openShop();
    const charge = await shop.paidCharge();
    const part = await shop.stripe.refunds.create({ charge: charge.id, amount: 2500, metadata: { why: 'late' } });
    expect(part).toMatchObject({ status: 'succeeded', amount: 2500, currency: 'usd', metadata: { why: 'late' } });
    expect(await shop.stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 2500, refunded: false });

    await shop.stripe.refunds.create({
      payment_intent: idOf(charge.payment_intent),
      reason: 'requested_by_customer',
    });
    const refunded = await shop.stripe.charges.retrieve(charge.id, { expand: ['refunds'] });
    expect(refunded).toMatchObject({ amount_refunded: 10_000, refunded: true });
    expect(refunded.refunds?.data.map(({ amount }) => amount)).toEqual([7500, 2500]);
    expect((await shop.stripe.refunds.list({ charge: charge.id })).data).toHaveLength(2);
    expect(await shop.stripe.refunds.retrieve(part.id, { expand: ['charge'] })).toMatchObject({
      charge: { id: charge.id },
    });

    const events = (await shop.receiver.count(8)).slice(4);
    expect(typesOf(events)).toEqual(['refund.created', 'charge.refunded', 'refund.created', 'charge.refunded']);
    expect(events[1]?.data).toMatchObject({
      object: { amount_refunded: 2500 },
      previous_attributes: { amount_refunded: 0 },
    });
  });

  test('is never more than what is left', async () => {
    const shop = await openShop();
    const charge = await shop.paidCharge();
    await expect(shop.stripe.refunds.create({ charge: charge.id, amount: 10_001 })).rejects.toThrow(
      'Refund amount ($100.01) is greater than unrefunded amount on charge ($100.00)',
    );
    await shop.stripe.refunds.create({ charge: charge.id });
    await expect(shop.stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
  });

  test.each<Stripe.RefundCreateParams>([{}, { charge: 'ch_none' }, { payment_intent: 'pi_none' }])(
    'of nothing is refused: %j',
    async (params) => {
      const shop = await openShop();
      await expect(shop.stripe.refunds.create(params)).rejects.toMatchObject({ type: 'StripeInvalidRequestError' });
    },
  );

  test('of a declined payment is refused', async () => {
    const shop = await openShop();
    const charge = await shop.paidCharge('4000000000000002');
    await expect(shop.stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({
      code: 'charge_not_refundable',
    });
  });

  test('with 4000000000005126 fails some time later, and the charge counts as paid again', async () => {
    const shop = await openShop();
    const charge = await shop.paidCharge('4000000000005126');
    const refund = await shop.stripe.refunds.create({ charge: charge.id });
    expect(refund.status).toBe('succeeded');
    shop.local.controls.setClock(10);
    expect(await shop.stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
    });
    expect(await shop.stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 0, refunded: false });
    expect(typesOf(await shop.receiver.count(9)).slice(6)).toEqual([
      'refund.updated',
      'refund.failed',
      'charge.updated',
    ]);
  });
});

test('with 4000000000007726 is pending at first, and succeeds some time later', async () => {
  const shop = await openShop();
  const charge = await shop.paidCharge('4000000000007726');
  const refund = await shop.stripe.refunds.create({ charge: charge.id });
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
  expect((await shop.stripe.charges.retrieve(charge.id)).refunded).toBe(true);
  shop.local.controls.setClock(10);
  expect((await shop.stripe.refunds.retrieve(refund.id)).status).toBe('succeeded');
  expect((await shop.receiver.count(7)).at(-1)).toMatchObject({
    type: 'refund.updated',
    data: { previous_attributes: { status: 'pending' } },
  });
});

describe('without a request', () => {
  test('the business refunds in the dashboard, of a charge, an intent or a session', async () => {
    const shop = await openShop();
    const session = await shop.checkout();
    await shop.pay(session);
    const [charge] = (await shop.stripe.charges.list()).data;
    const made = [session.id, idOf(charge?.payment_intent ?? null), String(charge?.id)].map(
      (payment) => shop.local.controls.refund({ payment, amount: 1000, reason: 'duplicate' }).id,
    );
    const listed = (await shop.stripe.refunds.list()).data;
    expect(listed.map(({ id }) => id).toReversed()).toEqual(made);
    expect(listed[0]).toMatchObject({ amount: 1000, reason: 'duplicate', metadata: {} });
    expect((await shop.receiver.count(10))[4]).toMatchObject({
      type: 'refund.created',
      request: { id: null, idempotency_key: null },
    });
    expect(() => shop.local.controls.refund({ payment: session.id, amount: 7001 })).toThrow('is greater than');
    expect(() => shop.local.controls.refund({ payment: 'cs_none' })).toThrow('Nothing was charged for cs_none.');
  });

  test('a bank says at once what becomes of a refund', async () => {
    const shop = await openShop();
    const charge = await shop.paidCharge();
    const refund = await shop.stripe.refunds.create({ charge: charge.id });
    shop.local.controls.settleRefund({ refund: refund.id, to: 'failed' });
    shop.local.controls.settleRefund({ refund: refund.id, to: 'failed' });
    expect((await shop.stripe.refunds.retrieve(refund.id)).status).toBe('failed');
    expect((await shop.stripe.charges.retrieve(charge.id)).amount_refunded).toBe(0);
  });
});
