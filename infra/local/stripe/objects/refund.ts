import type Stripe from 'stripe';
import { newId } from '../ids.ts';

export interface NewRefund {
  charge: Stripe.Charge;
  amount: number;
  created: number;
  metadata: Record<string, string>;
  reason: Stripe.Refund.Reason | null;
  status: 'succeeded' | 'pending';
}

export function makeRefund({ charge, amount, created, metadata, reason, status }: NewRefund): Stripe.Refund {
  return {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created,
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: {
      type: 'card',
      card: { type: 'refund', reference_status: 'pending', reference_type: 'acquirer_reference_number' },
    },
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status,
    ...(status === 'pending' ? { pending_reason: 'processing' as const } : {}),
    transfer_reversal: null,
  };
}
