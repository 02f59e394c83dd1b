import type Stripe from 'stripe';
import type { Context } from '../context.ts';
import { idOf } from '../ids.ts';
import { tell } from '../objects/event.ts';
import { makePaymentIntent } from '../objects/payment-intent.ts';

/** An open session on its way to be paid, with the one payment intent that all its attempts share. */
export interface Attempt {
  context: Context;
  session: Stripe.Checkout.Session;
  intent: Stripe.PaymentIntent;
}

const noDraft = { metadata: {}, description: null, receiptEmail: null };

/** Stripe makes the payment intent at the first attempt, not with the session. */
export function beginAttempt(context: Context, session: Stripe.Checkout.Session): Attempt {
  const known = context.store.find('payment_intent', idOf(session.payment_intent));
  if (known) return { context, session, intent: known.object };

  const intent = makePaymentIntent({
    amount: session.amount_total ?? 0,
    currency: session.currency ?? '',
    created: context.clock.now(),
    methods: session.payment_method_types,
    ...(context.store.note('intent draft', session.id) ?? noDraft),
  });
  const withIntent: Stripe.Checkout.Session = { ...session, payment_intent: intent.id };
  context.store.put(context.account, 'payment_intent', intent);
  context.store.put(context.account, 'checkout.session', withIntent);
  tell(context, 'payment_intent.created', intent);
  return { context, session: withIntent, intent };
}

/** Writes the new state of the intent and answers the attempt that holds it. */
export function moveIntent(attempt: Attempt, change: Partial<Stripe.PaymentIntent>): Attempt {
  const intent = { ...attempt.intent, ...change };
  attempt.context.store.put(attempt.context.account, 'payment_intent', intent);
  return { ...attempt, intent };
}

/** Complete sessions take no further attempt, whether the money has come or not. */
export function completeSession(attempt: Attempt, change: Partial<Stripe.Checkout.Session>): Stripe.Checkout.Session {
  const { context, session } = attempt;
  const complete: Stripe.Checkout.Session = { ...session, ...change, status: 'complete', url: null };
  context.store.put(context.account, 'checkout.session', complete);
  context.store.dropNote('waiting card', session.id);
  return complete;
}
