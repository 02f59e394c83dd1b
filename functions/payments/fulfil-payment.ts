import type Stripe from 'stripe';
import { ProblemError } from '#domain/kernel/problem.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { type Outcome, settle } from '#domain/payments/outcome.ts';
import type { Payment } from '#domain/payments/payment.ts';
import type { SystemWork } from '#functions/work.ts';

type Fulfilling = Pick<SystemWork, 'workspaceId' | 'payments' | 'customers' | 'workspace' | 'live' | 'stripe' | 'now'>;

/**
 * Stores what Stripe says about a checkout session. The webhook, the return page and the reconciler all come here, in
 * any order and as often as they like: the session is read anew each time.
 */
export async function fulfilPayment(work: Fulfilling, sessionId: string): Promise<Payment> {
  const session = await work.stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent.latest_charge'] });
  const { timeZone } = await work.workspace.get();
  const outcome = outcomeOf(session, timeZone);
  for (;;) {
    const payment = await work.payments.get(session.metadata?.['paymentId'] ?? '');
    refuseOther(work.workspaceId, session, payment);
    const settled = settle(payment, outcome, work.now());
    if (settled === payment) return payment;
    try {
      const stored = await work.payments.replace(settled);
      await announce(work, stored);
      return stored;
    } catch (error) {
      const isRace = error instanceof ProblemError && error.problem.status === 412;
      if (!isRace) throw error;
    }
  }
}

/** The metadata comes back from outside: it must fit what was stored before the customer left for Stripe. */
function refuseOther(workspaceId: string, session: Stripe.Checkout.Session, payment: Payment): void {
  const isOurs =
    session.metadata?.['workspaceId'] === workspaceId &&
    session.amount_total === payment.amount &&
    session.currency?.toUpperCase() === payment.currency;
  if (!isOurs) throw new Error(`Session ${session.id} does not fit payment ${payment.id}`);
}

function outcomeOf(session: Stripe.Checkout.Session, timeZone: string): Outcome {
  const intent = typeof session.payment_intent === 'string' ? null : session.payment_intent;
  const charge = intent && typeof intent.latest_charge !== 'string' ? intent.latest_charge : null;
  const open = { method: methodOf(charge), failureReason: null, paidOn: null };

  if (session.payment_status === 'paid') {
    const paidAt = new Date((charge?.created ?? session.created) * 1000);
    return { ...open, status: 'paid', paidOn: dayIn(timeZone, paidAt) };
  }
  const failure = intent?.last_payment_error;
  if (failure) return { ...open, status: 'failed', failureReason: failure.message ?? 'The payment was declined.' };
  if (session.status === 'expired') return { ...open, status: 'expired' };
  return { ...open, status: session.status === 'complete' ? 'processing' : 'pending' };
}

function methodOf(charge: Stripe.Charge | null | undefined): Outcome['method'] {
  if (!charge) return null;
  return charge.payment_method_details?.type === 'upi' ? 'upi' : 'card';
}

async function announce({ live, customers }: Fulfilling, payment: Payment): Promise<void> {
  const event = { kind: 'payments.changed', paymentId: payment.id } as const;
  const customer = await customers.find(payment.customer.id);
  await Promise.all([live.toStaff(event), ...(customer?.memberId ? [live.toMember(customer.memberId, event)] : [])]);
}
