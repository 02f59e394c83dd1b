import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api-error.ts';
import type { Context } from '../context.ts';
import { idOf } from '../ids.ts';
import { tell } from '../objects/event.ts';

/** Does nothing to a session that is paid, or already expired. */
export function expireSession(context: Context, sessionId: string): void {
  const session = context.store.find('checkout.session', sessionId, context.account)?.object;
  if (session?.status === 'open') expire(context, session);
}

export function expireSessionNow(context: Context, sessionId: string): Stripe.Checkout.Session {
  const session = context.store.find('checkout.session', sessionId, context.account)?.object;
  if (!session) throw noSuch('checkout.session', sessionId, 'session');
  if (session.status !== 'open') {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  }
  return expire(context, session);
}

function expire(context: Context, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  const expired: Stripe.Checkout.Session = { ...session, status: 'expired', url: null };
  context.store.put(context.account, 'checkout.session', expired);
  context.store.dropNote('waiting card', session.id);
  cancelIntent(context, session);
  tell(context, 'checkout.session.expired', expired);
  return expired;
}

function cancelIntent(context: Context, session: Stripe.Checkout.Session): void {
  const intent = context.store.find('payment_intent', idOf(session.payment_intent), context.account)?.object;
  if (!intent) return;
  const canceled: Stripe.PaymentIntent = {
    ...intent,
    status: 'canceled',
    canceled_at: context.clock.now(),
    cancellation_reason: 'expired',
    next_action: null,
  };
  context.store.put(context.account, 'payment_intent', canceled);
  tell(context, 'payment_intent.canceled', canceled);
}
