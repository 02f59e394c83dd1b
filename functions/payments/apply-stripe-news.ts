import type Stripe from 'stripe';
import { ProblemError } from '#domain/kernel/problem.ts';
import { systemWork } from '#functions/work.ts';
import { fulfilPayment } from './fulfil-payment.ts';

/** The kinds that say something about a checkout; all others are answered and left. */
export const eventTypes = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.payment_failed',
] as const;

type Told = { workspaceId: string; paymentId: string; sessionId: string | null };

/** An event only says which payment to look at. One that is not ours is reported and left, or Stripe would repeat it. */
export async function applyStripeEvent(event: Stripe.Event, report: (error: unknown) => void): Promise<void> {
  const told = toldBy(event);
  if (!told) return;
  const work = systemWork(told.workspaceId, report);
  try {
    const sessionId = told.sessionId ?? (await work.payments.find(told.paymentId))?.sessionId;
    if (sessionId) await fulfilPayment(work, sessionId);
  } catch (error) {
    const isForeign = error instanceof ProblemError && error.problem.status === 404;
    if (!isForeign) throw error;
    report(error);
  }
}

function toldBy(event: Stripe.Event): Told | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      return told(event.data.object.metadata, event.data.object.id);
    case 'payment_intent.payment_failed':
      return told(event.data.object.metadata, null);
    default:
      return null;
  }
}

function told(metadata: Stripe.Metadata | null, sessionId: string | null): Told | null {
  const { workspaceId, paymentId } = metadata ?? {};
  return workspaceId && paymentId ? { workspaceId, paymentId, sessionId } : null;
}
