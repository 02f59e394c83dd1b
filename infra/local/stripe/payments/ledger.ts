import type Stripe from 'stripe';
import type { Context } from '../context.ts';
import { idOf } from '../ids.ts';
import { later } from '../later.ts';
import { minorUnits } from '../money.ts';
import { makeBalanceTransaction, type Movement } from '../objects/balance-transaction.ts';

type Entry = Stripe.BalanceTransaction;

const twoDays = 2 * 24 * 60 * 60;

/** 2.9% and 0.30 of the currency, as in the United States; never more than was paid. */
export const feeOf = (amount: number, currency: string): number =>
  Math.min(amount, Math.round(amount * 0.029) + minorUnits(0.3, currency));

/** Kept from the business whatever the end of a dispute is: 15.00 of the currency. */
const disputeFee = (currency: string): number => minorUnits(15, currency);

/** What Stripe took over for the business; it can be paid out two days later. */
export function enterCharge(context: Context, charge: Stripe.Charge): Entry {
  const entry = enter(context, charge, {
    type: isByCard(charge) ? 'charge' : 'payment',
    reportingCategory: 'charge',
    source: charge.id,
    description: charge.description,
    amount: charge.amount,
    fee: feeOf(charge.amount, charge.currency),
    availableOn: context.clock.now() + twoDays,
  });
  later(context, 'settle-entry', entry.id, entry.available_on);
  return entry;
}

/** The fee of the charge stays with Stripe. */
export const enterRefund = (context: Context, refund: Stripe.Refund, charge: Stripe.Charge): Entry =>
  enter(context, charge, {
    type: isByCard(charge) ? 'refund' : 'payment_refund',
    reportingCategory: 'refund',
    source: refund.id,
    description: `REFUND FOR CHARGE${charge.description ? ` (${charge.description})` : ''}`,
    amount: -refund.amount,
  });

export const enterFailedRefund = (context: Context, refund: Stripe.Refund, charge: Stripe.Charge): Entry =>
  enter(context, charge, {
    type: 'refund_failure',
    reportingCategory: 'refund_failure',
    source: refund.id,
    description: `REFUND FAILURE${charge.description ? ` (${charge.description})` : ''}`,
    amount: refund.amount,
  });

export const enterDispute = (context: Context, dispute: Stripe.Dispute): Entry =>
  enter(context, dispute, {
    type: 'adjustment',
    reportingCategory: 'dispute',
    source: dispute.id,
    description: `Chargeback withdrawal for ${idOf(dispute.charge)}`,
    amount: -dispute.amount,
    fee: disputeFee(dispute.currency),
  });

export const enterDisputeReversal = (context: Context, dispute: Stripe.Dispute): Entry =>
  enter(context, dispute, {
    type: 'adjustment',
    reportingCategory: 'dispute_reversal',
    source: dispute.id,
    description: `Chargeback reversal for ${idOf(dispute.charge)}`,
    amount: dispute.amount,
  });

/** The day has come on which the money can be paid out. */
export function settleEntry(context: Context, entryId: string): void {
  const entry = context.store.find('balance_transaction', entryId, context.account)?.object;
  if (entry) context.store.put(context.account, 'balance_transaction', { ...entry, status: 'available' });
}

type Part = Pick<Movement, 'type' | 'reportingCategory' | 'source' | 'description' | 'amount'> &
  Partial<Pick<Movement, 'fee' | 'availableOn'>>;

function enter(context: Context, { currency }: { currency: string }, part: Part): Entry {
  const created = context.clock.now();
  const entry = makeBalanceTransaction({ currency, created, fee: 0, availableOn: created, ...part });
  context.store.put(context.account, 'balance_transaction', entry);
  return entry;
}

const isByCard = (charge: Stripe.Charge): boolean => charge.payment_method_details?.type === 'card';
