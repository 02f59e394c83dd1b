import type Stripe from 'stripe';
import type { Context } from '../context.ts';
import { idOf } from '../ids.ts';
import { makeCharge, outcomeOf } from '../objects/charge.ts';
import { tell } from '../objects/event.ts';
import { customerDetails } from '../objects/session.ts';
import { beginAttempt, completeSession, moveIntent } from './attempt.ts';
import { enterCharge } from './ledger.ts';

const notApproved = {
  code: 'card_declined',
  message: 'The payment was not approved in the UPI app.',
} as const;

/** The session is complete and unpaid: the money is the bank's word away. */
export function startUpi(context: Context, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  const attempt = beginAttempt(context, session);
  const charge = makeCharge({
    intent: attempt.intent,
    created: context.clock.now(),
    method: { type: 'upi' },
    outcome: { status: 'pending' },
    email: session.customer_email,
    receiptUrl: (id) => `${context.origin}/receipts/${id}`,
  });
  context.store.put(context.account, 'charge', charge);
  const processing = moveIntent(attempt, {
    status: 'processing',
    latest_charge: charge.id,
    payment_method: charge.payment_method,
    last_payment_error: null,
    next_action: null,
  });
  const complete = completeSession(processing, {
    payment_status: 'unpaid',
    customer_details: customerDetails(session.customer_email, null),
  });
  tell(context, 'charge.pending', charge);
  tell(context, 'payment_intent.processing', processing.intent);
  tell(context, 'checkout.session.completed', complete);
  return complete;
}

/** Whether a UPI payment of this session waits for the customer's bank. */
export function isUpiWaiting({ store }: Context, session: Stripe.Checkout.Session): boolean {
  return store.find('payment_intent', idOf(session.payment_intent))?.object.status === 'processing';
}

export function answerUpi(context: Context, session: Stripe.Checkout.Session, isApproved: boolean): void {
  const { store, account } = context;
  const attempt = beginAttempt(context, session);
  const charge = store.find('charge', idOf(attempt.intent.latest_charge))?.object;
  if (!charge) throw new Error(`Session ${session.id} has no UPI charge.`);

  if (!isApproved) {
    const failed: Stripe.Charge = {
      ...charge,
      status: 'failed',
      amount_captured: 0,
      captured: false,
      failure_code: 'payment_intent_payment_attempt_failed',
      failure_message: notApproved.message,
      outcome: outcomeOf({ status: 'failed', decline: notApproved }),
    };
    store.put(account, 'charge', failed);
    const { intent } = moveIntent(attempt, {
      status: 'requires_payment_method',
      payment_method: null,
      last_payment_error: {
        type: 'invalid_request_error',
        code: 'payment_intent_payment_attempt_failed',
        message: notApproved.message,
        payment_method_type: 'upi',
        charge: charge.id,
      },
    });
    tell(context, 'charge.failed', failed);
    tell(context, 'payment_intent.payment_failed', intent);
    tell(context, 'checkout.session.async_payment_failed', session);
    return;
  }

  const paid: Stripe.Charge = {
    ...charge,
    status: 'succeeded',
    paid: true,
    balance_transaction: enterCharge(context, charge).id,
  };
  store.put(account, 'charge', paid);
  const { intent } = moveIntent(attempt, { status: 'succeeded', amount_received: charge.amount });
  const complete = completeSession(attempt, { payment_status: 'paid' });
  tell(context, 'charge.succeeded', paid);
  tell(context, 'payment_intent.succeeded', intent);
  tell(context, 'checkout.session.async_payment_succeeded', complete);
}
