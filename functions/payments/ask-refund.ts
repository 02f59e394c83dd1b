import { Stripe } from 'stripe';
import { problems } from '#domain/kernel/problem.ts';
import type { KnownRefund } from '#domain/payments/facts.ts';
import type { RefundReason } from '#domain/payments/refund.ts';
import type { SystemWork } from '#functions/work.ts';
import { rewritePayment } from './rewrite-payment.ts';
import type { StoredPayment } from './stored-payment.ts';

type Ground = Pick<SystemWork, 'workspaceId' | 'payments' | 'stripe' | 'stripeOn' | 'now'>;

/**
 * Asks Stripe for a refund that is stored as asked; asking again is the same refund. A no for good is stored with its
 * reason and gives the amount free; while Stripe is away the refund stays asked, and this throws.
 */
export async function askRefund(work: Ground, payment: StoredPayment, refund: KnownRefund): Promise<void> {
  if (refund.status !== 'asked' || !payment.charge) return;
  const reason = stripeReasons[refund.reason];
  try {
    await work.stripe.refunds.create(
      {
        payment_intent: payment.charge.intentId,
        amount: refund.amount,
        ...(reason && { reason }),
        metadata: { workspaceId: work.workspaceId, paymentId: payment.id, refundId: refund.id },
      },
      { ...work.stripeOn(payment.account), idempotencyKey: `refund:${payment.id}:${refund.id}` },
    );
  } catch (error) {
    if (!isFinal(error)) throw error;
    const isLost = error instanceof StripePermissionError;
    await noteRefusal(work, payment.id, { refundId: refund.id, reason: isLost ? lostAccount : error.message });
    if (isLost) throw problems.conflict(lostAccount);
  }
}

const { StripeInvalidRequestError, StripePermissionError } = Stripe.errors;
export const lostAccount =
  'The Stripe account on which it was paid is no longer connected. Please refund it in Stripe.';

const stripeReasons: Record<RefundReason, Stripe.RefundCreateParams.Reason | null> = {
  'requested-by-customer': 'requested_by_customer',
  duplicate: 'duplicate',
  fraudulent: 'fraudulent',
  other: null,
};

/** Understood and refused: already given back, disputed, not enough money in the account, or no longer let in. */
const isFinal = (error: unknown): error is Stripe.errors.StripeError =>
  error instanceof StripeInvalidRequestError || error instanceof StripePermissionError;

const noteRefusal = (work: Ground, paymentId: string, { refundId, reason }: { refundId: string; reason: string }) =>
  rewritePayment(work, paymentId, (payment) => ({
    ...payment,
    refunds: payment.refunds.map((refund) =>
      refund.id === refundId && refund.status === 'asked'
        ? { ...refund, status: 'failed', failureReason: reason }
        : refund,
    ),
  }));
