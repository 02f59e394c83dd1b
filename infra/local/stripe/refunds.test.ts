import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { idOf } from './ids.ts';
import { openShop, type Shop, typesOf } from './testing/shop.ts';

async function paidCharge(shop: Shop, card?: string): Promise<Stripe.Charge> {
  await shop.pay(await shop.checkout(), card);
  const [charge] = (await shop.stripe.charges.list()).data;
  if (!charge) throw new Error('Nothing was charged.');
  return charge;
}

describe('a refund', () => {
  test('of a part, then of the rest', async () => {
    const shop = await openShop();
    const charge = await paidCharge(shop);
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
    const charge = await paidCharge(shop);
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
    const charge = await paidCharge(shop, '4000000000000002');
    await expect(shop.stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({
      code: 'charge_not_refundable',
    });
  });

  test('with 4000000000005126 fails some time later, and the charge counts as paid again', async () => {
    const shop = await openShop();
    const charge = await paidCharge(shop, '4000000000005126');
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

test('4000000000000259 is disputed soon after payment, and cannot be refunded then', async () => {
  const shop = await openShop();
  const charge = await paidCharge(shop, '4000000000000259');
  shop.local.controls.setClock(10);
  const [dispute] = (await shop.stripe.disputes.list({ charge: charge.id })).data;
  expect(dispute).toMatchObject({ amount: 10_000, reason: 'fraudulent', status: 'needs_response' });
  expect(await shop.stripe.disputes.retrieve(String(dispute?.id))).toMatchObject({ charge: charge.id });
  expect((await shop.stripe.charges.retrieve(charge.id)).disputed).toBe(true);
  expect(typesOf(await shop.receiver.count(5)).at(-1)).toBe('charge.dispute.created');
  await expect(shop.stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({ code: 'charge_disputed' });
});
