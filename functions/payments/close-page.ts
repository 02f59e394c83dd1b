import { Stripe } from 'stripe';
import type { Work } from '#functions/work.ts';
import type { StoredPayment } from './stored-payment.ts';

const { StripeInvalidRequestError, StripePermissionError } = Stripe.errors;

/** Ends Stripe's page that is open for a payment, where one is. */
export async function closePage(
  { stripe, stripeOn }: Pick<Work, 'stripe' | 'stripeOn'>,
  { account, attempts }: StoredPayment,
): Promise<void> {
  const last = attempts.at(-1);
  if (last?.page !== 'open' || last.sessionId === null) return;
  try {
    await stripe.checkout.sessions.expire(last.sessionId, {}, stripeOn(account));
  } catch (error) {
    // Paid or expired a moment ago: what Stripe says of it is read next. Or the account lets us in no more.
    if (!(error instanceof StripeInvalidRequestError || error instanceof StripePermissionError)) throw error;
  }
}
