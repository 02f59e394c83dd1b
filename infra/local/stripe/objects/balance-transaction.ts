import type Stripe from 'stripe';
import { newId } from '../ids.ts';

/** Money that comes to or leaves an account's balance, in minor units; what leaves is below zero. */
export interface Movement {
  type: Stripe.BalanceTransaction['type'];
  reportingCategory: string;
  source: string;
  description: string | null;
  currency: string;
  amount: number;
  fee: number;
  created: number;
  /** When it can be paid out; now for all but charges. */
  availableOn: number;
}

export const makeBalanceTransaction = (movement: Movement): Stripe.BalanceTransaction => ({
  id: newId('txn'),
  object: 'balance_transaction',
  amount: movement.amount,
  available_on: movement.availableOn,
  balance_type: 'payments',
  created: movement.created,
  currency: movement.currency,
  description: movement.description,
  exchange_rate: null,
  fee: movement.fee,
  fee_details: movement.fee === 0 ? [] : [feeDetail(movement)],
  net: movement.amount - movement.fee,
  reporting_category: movement.reportingCategory,
  source: movement.source,
  status: movement.availableOn > movement.created ? 'pending' : 'available',
  type: movement.type,
});

const feeDetail = ({ fee, currency, type }: Movement): Stripe.BalanceTransaction.FeeDetail => ({
  amount: fee,
  application: null,
  currency,
  description: type === 'adjustment' ? 'Dispute fee' : 'Stripe processing fees',
  type: 'stripe_fee',
});
