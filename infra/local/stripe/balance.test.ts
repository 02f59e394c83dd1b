import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { idOf } from './ids.ts';
import { line, openShop, type Shop } from './testing/shop.ts';

const day = 24 * 60 * 60;

const entriesOf = async (shop: Shop, params: Stripe.BalanceTransactionListParams = {}) =>
  (await shop.stripe.balanceTransactions.list(params)).data.map(
    ({ type, reporting_category: category, amount, fee, net }) => [type, category, amount, fee, net],
  );

describe('what Stripe writes down of the money', () => {
  test('a charge comes with its fee, and can be paid out two days later', async () => {
    const shop = await openShop();
    const charge = await shop.paidCharge();
    const entry = await shop.stripe.balanceTransactions.retrieve(idOf(charge.balance_transaction), {
      expand: ['source'],
    });
    expect(entry).toMatchObject({
      type: 'charge',
      reporting_category: 'charge',
      amount: 10_000,
      fee: 320,
      net: 9680,
      status: 'pending',
      source: { id: charge.id, object: 'charge' },
      fee_details: [{ type: 'stripe_fee', amount: 320 }],
    });
    expect(entry.available_on - entry.created).toBe(2 * day);
    expect(await shop.stripe.balance.retrieve()).toMatchObject({
      available: [{ amount: 0, currency: 'usd' }],
      pending: [{ amount: 9680, currency: 'usd' }],
    });

    shop.local.controls.setClock(2 * day);
    expect(await shop.stripe.balance.retrieve()).toMatchObject({
      available: [{ amount: 9680, currency: 'usd' }],
      pending: [{ amount: 0, currency: 'usd' }],
    });
    const { latest_charge: expanded } = await shop.stripe.paymentIntents.retrieve(idOf(charge.payment_intent), {
      expand: ['latest_charge.balance_transaction'],
    });
    expect(expanded).toMatchObject({ balance_transaction: { id: entry.id, status: 'available' } });
  });

  test('a refund leaves, its failure comes back, and the fee stays with Stripe', async () => {
    const shop = await openShop();
    const charge = await shop.paidCharge('4000000000005126');
    const refund = await shop.stripe.refunds.create({ charge: charge.id, amount: 2500 });
    shop.local.controls.setClock(10);
    expect(await entriesOf(shop)).toEqual([
      ['refund_failure', 'refund_failure', 2500, 0, 2500],
      ['refund', 'refund', -2500, 0, -2500],
      ['charge', 'charge', 10_000, 320, 9680],
    ]);
    expect(await entriesOf(shop, { source: refund.id })).toHaveLength(2);
    expect(await entriesOf(shop, { type: 'refund' })).toHaveLength(1);
    expect(await shop.stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] })).toMatchObject({
      failure_balance_transaction: { reporting_category: 'refund_failure', source: refund.id },
    });
  });

  test('a dispute takes the money and a fee; won, it gives back the money and not the fee', async () => {
    const shop = await openShop();
    const charge = await shop.paidCharge();
    shop.local.controls.dispute({ payment: charge.id, to: 'open' });
    shop.local.controls.dispute({ payment: charge.id, to: 'won' });
    expect(await entriesOf(shop, { type: 'adjustment' })).toEqual([
      ['adjustment', 'dispute_reversal', 10_000, 0, 10_000],
      ['adjustment', 'dispute', -10_000, 1500, -11_500],
    ]);
  });

  test('a declined card moves nothing', async () => {
    const shop = await openShop();
    await shop.pay(await shop.checkout(), '4000000000000002');
    expect(await entriesOf(shop)).toEqual([]);
    expect((await shop.stripe.balance.retrieve()).available).toMatchObject([{ amount: 0 }]);
  });

  test('UPI moves money when the bank has said yes, and not before', async () => {
    const shop = await openShop();
    const session = await shop.checkout({ line_items: [line(50_000, 'inr')] });
    await shop.press(session, '/upi');
    expect(await entriesOf(shop)).toEqual([]);
    await shop.press(session, '/upi/answer', 'approve');
    expect(await entriesOf(shop)).toEqual([['payment', 'charge', 50_000, 1480, 48_520]]);
  });

  test('currencies stand side by side, each in its own minor units', async () => {
    const shop = await openShop();
    for (const [amount, currency] of [
      [5000, 'jpy'],
      [5000, 'kwd'],
      [5000, 'usd'],
    ] as const)
      await shop.pay(await shop.checkout({ line_items: [line(amount, currency)] }));
    expect((await shop.stripe.balance.retrieve()).pending).toMatchObject([
      { currency: 'jpy', amount: 5000 - 145 },
      { currency: 'kwd', amount: 5000 - 145 - 300 },
      { currency: 'usd', amount: 5000 - 145 - 30 },
    ]);
    expect(await entriesOf(shop, { currency: 'jpy' })).toHaveLength(1);
  });

  test('accounts have balances of their own', async () => {
    const shop = await openShop();
    await shop.paidCharge();
    const ada = shop.client({ account: 'acct_ada' });
    expect((await ada.balance.retrieve()).pending).toMatchObject([{ amount: 0 }]);
    expect((await ada.balanceTransactions.list()).data).toEqual([]);
  });
});
