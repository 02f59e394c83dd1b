import { describe, expect, test } from 'vitest';
import { idOf } from './ids.ts';
import { openShop, type Shop, typesOf } from './testing/shop.ts';

/** What the business hears of the dispute, after the four events of the payment. */
const told = async (shop: Shop, count: number) => typesOf((await shop.receiver.count(4 + count)).slice(4));

async function disputed(shop: Shop, amount?: number) {
  const charge = await shop.paidCharge();
  shop.local.controls.dispute({ payment: charge.id, to: 'open', ...(amount ? { amount } : {}) });
  const [dispute] = (await shop.stripe.disputes.list({ charge: charge.id })).data;
  if (!dispute) throw new Error('Nothing is disputed.');
  return { charge, dispute };
}

describe('a dispute', () => {
  test('takes the money at once and asks for an answer', async () => {
    const shop = await openShop();
    const { charge, dispute } = await disputed(shop);
    expect(dispute).toMatchObject({
      status: 'needs_response',
      amount: 10_000,
      reason: 'fraudulent',
      balance_transactions: [{ amount: -10_000, fee: 1500, reporting_category: 'dispute' }],
    });
    expect((await shop.stripe.charges.retrieve(charge.id)).disputed).toBe(true);
    expect(await told(shop, 2)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
    await expect(shop.stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({ code: 'charge_disputed' });
  });

  test('won: closed, the money reinstated, and the rest can be refunded again', async () => {
    const shop = await openShop();
    const { charge, dispute } = await disputed(shop);
    shop.local.controls.dispute({ payment: idOf(charge.payment_intent), to: 'won' });
    expect(await shop.stripe.disputes.retrieve(dispute.id)).toMatchObject({
      status: 'won',
      balance_transactions: [{ amount: -10_000 }, { amount: 10_000 }],
    });
    expect(await told(shop, 4)).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.closed',
      'charge.dispute.funds_reinstated',
    ]);
    expect((await shop.stripe.refunds.create({ charge: charge.id })).status).toBe('succeeded');
  });

  test('lost: closed, and the money stays away', async () => {
    const shop = await openShop();
    const { charge, dispute } = await disputed(shop);
    shop.local.controls.dispute({ payment: charge.id, to: 'lost' });
    expect(await shop.stripe.disputes.retrieve(dispute.id)).toMatchObject({
      status: 'lost',
      balance_transactions: [{ amount: -10_000 }],
    });
    expect(await told(shop, 3)).toContain('charge.dispute.closed');
    await expect(shop.stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({ code: 'charge_disputed' });
    expect(() => shop.local.controls.dispute({ payment: charge.id, to: 'won' })).toThrow('already closed: lost');
  });

  test('of a part, after a part was refunded', async () => {
    const shop = await openShop();
    const charge = await shop.paidCharge();
    await shop.stripe.refunds.create({ charge: charge.id, amount: 4000 });
    shop.local.controls.dispute({ payment: charge.id, to: 'open' });
    expect((await shop.stripe.disputes.list({ charge: charge.id })).data).toMatchObject([{ amount: 6000 }]);
    expect(() => shop.local.controls.dispute({ payment: charge.id, to: 'open' })).toThrow('cannot be disputed now');
    const other = await disputed(shop, 2500);
    expect(other.dispute.amount).toBe(2500);
  });

  test.each([
    ['winning_evidence', 'won'],
    ['losing_evidence', 'lost'],
  ])('answered with %s is %s a moment later', async (words, outcome) => {
    const shop = await openShop();
    const { dispute } = await disputed(shop);
    const answered = await shop.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: words } });
    expect(answered).toMatchObject({
      status: 'under_review',
      evidence: { uncategorized_text: words },
      evidence_details: { has_evidence: true, submission_count: 1 },
    });
    shop.local.controls.setClock(5);
    expect((await shop.stripe.disputes.retrieve(dispute.id)).status).toBe(outcome);
    expect((await told(shop, 4)).slice(2)).toEqual(['charge.dispute.updated', 'charge.dispute.closed']);
  });

  test('noted on without an answer stays open; given up by the business it is lost', async () => {
    const shop = await openShop();
    const { dispute } = await disputed(shop);
    const noted = await shop.stripe.disputes.update(dispute.id, { submit: false, metadata: { asked: 'Ada' } });
    expect(noted).toMatchObject({ status: 'needs_response', metadata: { asked: 'Ada' } });
    expect((await shop.stripe.disputes.close(dispute.id)).status).toBe('lost');
    await expect(shop.stripe.disputes.close(dispute.id)).rejects.toThrow('already closed: lost');
  });

  test('of what was never paid cannot be', async () => {
    const shop = await openShop();
    await shop.pay(await shop.checkout(), '4000000000000002');
    const [declined] = (await shop.stripe.charges.list()).data;
    expect(() => shop.local.controls.dispute({ payment: String(declined?.id), to: 'open' })).toThrow(
      'cannot be disputed',
    );
  });
});

test('4000000000000259 is disputed soon after payment', async () => {
  const shop = await openShop();
  const charge = await shop.paidCharge('4000000000000259');
  shop.local.controls.setClock(10);
  const [dispute] = (await shop.stripe.disputes.list({ charge: charge.id })).data;
  expect(dispute).toMatchObject({ amount: 10_000, reason: 'fraudulent', status: 'needs_response' });
  expect(await told(shop, 2)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
});
