import type Stripe from 'stripe';
import { Id } from '#domain/kernel/ids.ts';
import type { Dispute } from '#domain/payments/dispute.ts';
import type { StripeWord } from '#domain/payments/outcome.ts';
import type { Payment } from '#domain/payments/payment.ts';
import type { RefundReason, RefundStatus } from '#domain/payments/refund.ts';
import { derivedId } from '#functions/platform/derived-id.ts';

// Stripe's objects, said in our words.

export const momentOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

export function methodOf({ payment_method_details: details }: Stripe.Charge): Pick<Payment, 'method' | 'methodDetail'> {
  if (details?.type === 'card') return { method: 'card', methodDetail: cardOf(details.card) };
  if (details?.type === 'upi') return { method: 'upi', methodDetail: null };
  return { method: 'other', methodDetail: details ? capital(spaced(details.type)) : null };
}

const cardOf = (card: Stripe.Charge.PaymentMethodDetails.Card | undefined): string | null =>
  card?.last4 ? `${brands[card.brand ?? ''] ?? 'Card'} ending ${card.last4}` : null;

const brands: Record<string, string> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
};

export function refundOf(refund: Stripe.Refund): StripeWord['refunds'][number] {
  return {
    // Asked for here it carries our id; else it was made in Stripe's own dashboard.
    id: Id.safeParse(refund.metadata?.['refundId']).data ?? derivedId('refund', refund.id),
    stripeId: refund.id,
    amount: refund.amount,
    reason: refundReasons[refund.reason ?? ''] ?? 'other',
    status: refundStatuses[refund.status ?? ''] ?? 'pending',
    failureReason: refund.failure_reason ? `The refund failed: ${spaced(refund.failure_reason)}.` : null,
    at: momentOf(refund.created),
  };
}

const refundReasons: Record<string, RefundReason> = {
  requested_by_customer: 'requested-by-customer',
  duplicate: 'duplicate',
  fraudulent: 'fraudulent',
};

const refundStatuses: Record<string, RefundStatus> = {
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
};

export const disputeOf = (dispute: Stripe.Dispute): Dispute => ({
  id: dispute.id,
  status: disputeStatusOf(dispute.status),
  amount: dispute.amount,
  reason: capital(spaced(dispute.reason)),
  openedAt: momentOf(dispute.created),
  answerBy: dispute.evidence_details.due_by ? momentOf(dispute.evidence_details.due_by) : null,
  closedAt: null,
});

function disputeStatusOf(status: Stripe.Dispute.Status): Dispute['status'] {
  if (status === 'lost') return 'lost';
  // A mere inquiry that came to nothing is as good as won.
  return status === 'won' || status === 'warning_closed' || status === 'prevented' ? 'won' : 'open';
}

const spaced = (words: string): string => words.replaceAll('_', ' ');
const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
