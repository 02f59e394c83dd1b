import type Stripe from 'stripe';
import { problems } from '#domain/kernel/problem.ts';
import type { Decline, PageState } from '#domain/payments/facts.ts';
import type { StripeWord } from '#domain/payments/outcome.ts';
import type { SystemWork } from '#functions/work.ts';
import { momentOf, disputeOf, methodOf, refundOf } from './stripe-words.ts';
import type { StoredPayment } from './stored-payment.ts';

type Reading = Pick<SystemWork, 'workspaceId' | 'stripe' | 'stripeOn' | 'now'>;
type Asked = { sessionId: string; hasDeclines: boolean };
type Session = Stripe.Checkout.Session;
type Intent = Stripe.PaymentIntent;

// One question for all that a good payment has.
const expand = ['payment_intent.latest_charge.refunds', 'payment_intent.latest_charge.balance_transaction'];

/** All that Stripe knows of a payment now, and the address of its page while that is open. */
export async function readStripe(
  work: Reading,
  payment: StoredPayment,
  { sessionId, hasDeclines }: Asked,
): Promise<{ word: StripeWord; url: string | null }> {
  const on = work.stripeOn(payment.account);
  const session = await work.stripe.checkout.sessions.retrieve(sessionId, { expand }, on);
  refuseOther(work.workspaceId, session, payment);

  const intent = expanded(session.payment_intent);
  const charge = expanded(intent?.latest_charge ?? null);
  const failure = intent?.last_payment_error;
  const page = pageOf(session, intent);
  const [declines, refunds, dispute] = await Promise.all([
    intent && (failure || hasDeclines) ? declinesOf(work, on, intent) : [],
    charge ? refundsOf(work, on, charge) : [],
    charge?.disputed ? disputeOn(work, on, charge) : null,
  ]);
  const attempt = payment.attempts.length;

  return {
    url: session.url,
    word: {
      sessionId,
      page,
      expiredAt: page === 'expired' ? earlier(session.expires_at, work.now()) : null,
      declines: declines.map((decline) => ({ ...decline, attempt })),
      failureReason: failure ? (failure.message ?? 'The payment was declined.') : null,
      method: charge && methodOf(charge),
      processingAt: charge && (page === 'waiting' || isSlow(charge)) ? momentOf(charge.created) : null,
      paid: page === 'paid' && intent && charge ? paidBy(intent, charge) : null,
      refunds,
      dispute,
    },
  };
}

/** The metadata comes back from outside: it must fit what was stored before the customer left for Stripe. */
function refuseOther(workspaceId: string, { id, metadata, ...session }: Session, payment: StoredPayment): void {
  const isOurs =
    metadata?.['workspaceId'] === workspaceId &&
    metadata['paymentId'] === payment.id &&
    metadata['attempt'] === String(payment.attempts.length) &&
    session.amount_total === payment.amount &&
    session.currency?.toUpperCase() === payment.currency;
  if (!isOurs) throw problems.conflict(`Stripe's page ${id} does not fit payment ${payment.id}.`);
}

function pageOf({ status, payment_status: paid }: Session, intent: Intent | null): PageState {
  if (paid === 'paid') return 'paid';
  if (status === 'expired') return 'expired';
  if (status !== 'complete') return 'open';
  return intent?.status === 'requires_payment_method' || intent?.status === 'canceled' ? 'failed' : 'waiting';
}

const paidBy = (intent: Intent, charge: Stripe.Charge): NonNullable<StripeWord['paid']> => ({
  // A slow bank's money comes later than its charge was made; Stripe fills in the balance moments after a card's.
  at: momentOf(expanded(charge.balance_transaction)?.created ?? charge.created),
  refunded: charge.amount_refunded,
  charge: { id: charge.id, intentId: intent.id, receiptUrl: charge.receipt_url },
});

async function declinesOf(
  { stripe }: Reading,
  on: Stripe.RequestOptions,
  { id }: Intent,
): Promise<Omit<Decline, 'attempt'>[]> {
  const charges = await stripe.charges.list({ payment_intent: id, limit: 100 }, on).autoPagingToArray({ limit: 1000 });
  return charges
    .filter(({ status }) => status === 'failed')
    .map((charge) => ({
      chargeId: charge.id,
      at: momentOf(charge.created),
      reason: charge.failure_message ?? 'The payment was declined.',
    }));
}

async function refundsOf({ stripe }: Reading, on: Stripe.RequestOptions, { id, refunds }: Stripe.Charge) {
  const all =
    refunds?.has_more === false
      ? refunds.data
      : await stripe.refunds.list({ charge: id, limit: 100 }, on).autoPagingToArray({ limit: 1000 });
  return all.map(refundOf);
}

/** A charge can be disputed twice: one that is lost says more than one that is open, and that more than one won. */
async function disputeOn({ stripe }: Reading, on: Stripe.RequestOptions, { id }: Stripe.Charge) {
  const { data } = await stripe.disputes.list({ charge: id, limit: 100 }, on);
  const all = data.map(disputeOf);
  return (['lost', 'open', 'won'] as const).flatMap((status) => all.filter((one) => one.status === status))[0] ?? null;
}

const expanded = <T extends { id: string }>(value: string | T | null): T | null =>
  typeof value === 'string' ? null : value;

const slow = new Set(['upi', 'us_bank_account', 'sepa_debit', 'bacs_debit', 'au_becs_debit', 'acss_debit']);
const isSlow = ({ payment_method_details: details }: Stripe.Charge): boolean => slow.has(details?.type ?? '');

const earlier = (seconds: number, now: Date): string => new Date(Math.min(seconds * 1000, now.getTime())).toISOString();
