import { Stripe } from 'stripe';
import { problems } from '#domain/kernel/problem.ts';
import { type Attempt, isUnanswered } from '#domain/payments/facts.ts';
import { withOutcome } from '#domain/payments/outcome.ts';
import { isReceived } from '#domain/payments/payment.ts';
import { config } from '#functions/platform/config.ts';
import { unlessChanged } from '#functions/platform/unless-changed.ts';
import { payingAccount } from '#functions/stripe-accounts/paying-account.ts';
import type { SystemWork, Work } from '#functions/work.ts';
import { announcePayment } from './announce-payment.ts';
import { renewPayment } from './fulfil-payment.ts';
import type { StoredPayment } from './stored-payment.ts';

/**
 * The address of the one page on which a payment can be paid now: the open one again, or a new one where Stripe says
 * that the last can no longer be paid. So at most one page of a payment is ever paid.
 */
export async function payPage(work: Work, paymentId: string): Promise<string> {
  for (;;) {
    const { payment, url } = await renewPayment(work, paymentId);
    refuseClosed(payment);
    if (url) return url;
    const asked = isUnanswered(payment) ? payment : await withNextAttempt(work, payment);
    const opened = asked && (await openPage(work, asked));
    if (opened) return opened;
  }
}

function refuseClosed(payment: StoredPayment): void {
  if (isReceived(payment)) throw problems.conflict('This payment has already been made.');
  if (payment.status === 'processing') throw problems.conflict('Your bank is still working on this payment.');
  if (payment.status === 'cancelled') throw problems.conflict('This payment is no longer asked for.');
}

export const attemptBy = ({ caller }: Pick<Work, 'caller'>, number: number, openedAt: string): Attempt => ({
  number,
  openedAt,
  sessionId: null,
  by: { id: caller.memberId, name: caller.name },
  page: 'open',
  expiredAt: null,
});

/** Null when somebody else was faster. */
async function withNextAttempt(work: Work, payment: StoredPayment): Promise<StoredPayment | null> {
  const now = work.now();
  const at = now.toISOString();
  const attempts = [...payment.attempts, attemptBy(work, payment.attempts.length + 1, at)];
  const [account] = await Promise.all([payingAccount(work), work.payments.noteUnsettled(payment.id, now)]);
  const next = withOutcome({ ...payment, account, attempts, failureReason: null, updatedAt: at });
  return unlessChanged(work.payments.replace(next));
}

type Opening = Pick<
  SystemWork,
  'workspaceId' | 'workspace' | 'payments' | 'customers' | 'live' | 'stripe' | 'stripeOn' | 'report'
>;

/**
 * Asks Stripe for the page of the last attempt, and again for the same one however often. Null when another request was
 * faster: the address of a page whose id is not kept is given to nobody, so nobody can pay there.
 */
export async function openPage(work: Opening, payment: StoredPayment): Promise<string | null> {
  const session = await createSession(work, payment);
  const kept = await keepPage(work, payment, session ? { sessionId: session.id } : { page: 'expired' });
  if (!kept || !session) return null;
  await announcePayment(work, kept);
  return session.url;
}

function keepPage({ payments }: Opening, payment: StoredPayment, page: Partial<Attempt>) {
  const attempts = payment.attempts.with(-1, { ...payment.attempts.at(-1)!, ...page });
  return unlessChanged(payments.replace(withOutcome({ ...payment, attempts })));
}

/**
 * All that Stripe is asked comes from what is stored, so a repeat is the same request. Null when it is not, because the
 * customer got another name since: the page of the first request was shown to nobody.
 */
async function createSession(work: Opening, payment: StoredPayment): Promise<Stripe.Checkout.Session | null> {
  try {
    return await askStripe(work, payment);
  } catch (error) {
    if (error instanceof StripeIdempotencyError && error.statusCode === 400) return null;
    if (!(error instanceof StripeInvalidRequestError || error instanceof StripePermissionError)) throw error;
    // A no for good, such as a currency that the account does not take: the business has to know the reason.
    work.report(error);
    await keepPage(work, payment, { page: 'expired' });
    throw problems.conflict(`${(await work.workspace.get()).name} cannot take this payment online. Please ask there.`);
  }
}

const { StripeIdempotencyError, StripeInvalidRequestError, StripePermissionError } = Stripe.errors;

async function askStripe(work: Opening, payment: StoredPayment): Promise<Stripe.Checkout.Session> {
  const { id, customer, task, attempts } = payment;
  const attempt = attempts.length;
  const metadata = {
    workspaceId: work.workspaceId,
    paymentId: id,
    customerId: customer.id,
    taskId: task?.id ?? '',
    attempt: String(attempt),
  };
  const name = payment.purpose ?? task?.title ?? `Payment to ${(await work.workspace.get()).name}`;
  const currency = payment.currency.toLowerCase();
  const result = `${config.publicOrigin}/portal/pay`;
  return work.stripe.checkout.sessions.create(
    {
      mode: 'payment',
      client_reference_id: id,
      ...(customer.email && { customer_email: customer.email }),
      line_items: [{ quantity: 1, price_data: { currency, unit_amount: payment.amount, product_data: { name } } }],
      metadata,
      payment_intent_data: { metadata },
      success_url: `${result}/success?payment=${id}`,
      cancel_url: `${result}/fail?payment=${id}`,
    },
    { ...work.stripeOn(payment.account), idempotencyKey: `checkout:${id}:${attempt}` },
  );
}
