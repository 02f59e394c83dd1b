import type Stripe from 'stripe';
import { askBank, authenticationFailed, type Decline, type PaidCard } from '../cards.ts';
import type { Context } from '../context.ts';
import { later } from '../later.ts';
import { makeCharge } from '../objects/charge.ts';
import { tell } from '../objects/event.ts';
import { customerDetails } from '../objects/session.ts';
import { enterCharge } from './ledger.ts';
import { type Attempt, beginAttempt, completeSession, moveIntent } from './attempt.ts';

export type CardResult =
  | { kind: 'paid'; session: Stripe.Checkout.Session }
  | { kind: 'declined'; decline: Decline }
  | { kind: 'asks authentication' };

const secondsUntilDispute = 2;

export function payByCard(
  context: Context,
  session: Stripe.Checkout.Session,
  { number, card }: { number: string; card: PaidCard },
): CardResult {
  const attempt = beginAttempt(context, session);
  const bank = askBank(number);
  if (bank.decline) return decline(attempt, card, bank.decline);
  if (bank.asksAuthentication) return askAuthentication(attempt, card);
  return succeed(attempt, card, { isAuthenticated: false });
}

/** The customer's answer on the bank's page; undefined when no card waits for one. */
export function answerAuthentication(
  context: Context,
  session: Stripe.Checkout.Session,
  isApproved: boolean,
): CardResult | undefined {
  const card = context.store.note('waiting card', session.id);
  if (!card) return undefined;
  const attempt = beginAttempt(context, session);
  return isApproved ? succeed(attempt, card, { isAuthenticated: true }) : failAuthentication(attempt);
}

function succeed(attempt: Attempt, card: PaidCard, { isAuthenticated }: { isAuthenticated: boolean }): CardResult {
  const { context } = attempt;
  const made = chargeCard(attempt, card, { status: 'succeeded' }, isAuthenticated);
  const charge = { ...made, balance_transaction: enterCharge(context, made).id };
  context.store.put(context.account, 'charge', charge);
  context.store.keepNote('afterwards', charge.id, card.afterwards);
  const paid = moveIntent(attempt, {
    status: 'succeeded',
    amount_received: attempt.intent.amount,
    latest_charge: charge.id,
    payment_method: charge.payment_method,
    last_payment_error: null,
    next_action: null,
  });
  const session = completeSession(paid, {
    payment_status: 'paid',
    customer_details: customerDetails(attempt.session.customer_email, card.name),
  });

  tell(context, 'charge.succeeded', charge);
  tell(context, 'payment_intent.succeeded', paid.intent);
  tell(context, 'checkout.session.completed', session);
  if (card.afterwards === 'dispute') {
    later(context, 'open-dispute', charge.id, context.clock.now() + secondsUntilDispute);
  }
  return { kind: 'paid', session };
}

function decline(attempt: Attempt, card: PaidCard, reason: Decline): CardResult {
  const { context } = attempt;
  const charge = chargeCard(attempt, card, { status: 'failed', decline: reason }, false);
  context.store.put(context.account, 'charge', charge);
  const failed = moveIntent(attempt, {
    status: 'requires_payment_method',
    latest_charge: charge.id,
    last_payment_error: paymentError(reason, charge.id),
    next_action: null,
  });
  context.store.dropNote('waiting card', attempt.session.id);
  tell(context, 'charge.failed', charge);
  tell(context, 'payment_intent.payment_failed', failed.intent);
  return { kind: 'declined', decline: reason };
}

function askAuthentication(attempt: Attempt, card: PaidCard): CardResult {
  const { context, session } = attempt;
  context.store.keepNote('waiting card', session.id, card);
  const { intent } = moveIntent(attempt, {
    status: 'requires_action',
    last_payment_error: null,
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: { url: `${session.url}/authenticate`, return_url: session.url },
    },
  });
  tell(context, 'payment_intent.requires_action', intent);
  return { kind: 'asks authentication' };
}

/** No charge: the bank was never asked for money. */
function failAuthentication(attempt: Attempt): CardResult {
  const { context, session } = attempt;
  context.store.dropNote('waiting card', session.id);
  const { intent } = moveIntent(attempt, {
    status: 'requires_payment_method',
    last_payment_error: paymentError(authenticationFailed),
    next_action: null,
  });
  tell(context, 'payment_intent.payment_failed', intent);
  return { kind: 'declined', decline: authenticationFailed };
}

function chargeCard(
  { context, intent, session }: Attempt,
  card: PaidCard,
  outcome: Parameters<typeof makeCharge>[0]['outcome'],
  isAuthenticated: boolean,
): Stripe.Charge {
  return makeCharge({
    intent,
    created: context.clock.now(),
    method: { type: 'card', card, isAuthenticated },
    outcome,
    email: session.customer_email,
    receiptUrl: (id) => `${context.origin}/receipts/${id}`,
  });
}

const paymentError = (reason: Decline, charge?: string): Stripe.PaymentIntent.LastPaymentError => ({
  type: 'card_error',
  code: reason.code,
  message: reason.message,
  payment_method_type: 'card',
  ...(reason.declineCode ? { decline_code: reason.declineCode } : {}),
  ...(charge ? { charge } : {}),
});
