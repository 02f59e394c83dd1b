import type Stripe from 'stripe';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { Finding } from '#functions/platform/finding.ts';
import { stripe, stripeOn } from '#functions/platform/stripe.ts';
import { accountEventTypes, applyAccountEvent } from '#functions/stripe-accounts/apply-account-event.ts';
import { systemWork } from '#functions/work.ts';
import { fulfilPayment } from './fulfil-payment.ts';
import type { StripeNews } from './stripe-news.ts';

type Report = (error: unknown) => void;

type Told = StripeNews['object'];
/** The payment an event is about, as our metadata on an object of Stripe's names it. */
type Named = { metadata?: Told['metadata']; sessionId?: string };
type Naming = (told: Told, account: string | null) => Named | Promise<Named>;

const itself: Naming = ({ metadata }) => ({ metadata });
const session: Naming = ({ id, metadata }) => ({ metadata, sessionId: id });

/** What was made in Stripe's dashboard, or by a bank, carries no metadata; the charge it is about does. */
const itsCharge: Naming = async ({ metadata, charge }, account) =>
  metadata?.['paymentId'] || !charge ? { metadata } : stripe.charges.retrieve(charge, {}, stripeOn(account));

/** The kinds that say something about a payment; all others are answered and left. */
const about: Partial<Record<string, Naming>> = {
  'checkout.session.completed': session,
  'checkout.session.async_payment_succeeded': session,
  'checkout.session.async_payment_failed': session,
  'checkout.session.expired': session,
  'payment_intent.payment_failed': itself,
  'charge.refunded': itself,
  'refund.created': itsCharge,
  'refund.updated': itsCharge,
  'refund.failed': itsCharge,
  'charge.dispute.created': itsCharge,
  'charge.dispute.updated': itsCharge,
  'charge.dispute.closed': itsCharge,
  'charge.dispute.funds_withdrawn': itsCharge,
  'charge.dispute.funds_reinstated': itsCharge,
};
export const eventTypes = [...Object.keys(about), ...accountEventTypes] as Stripe.Event.Type[];

export const isHandled = ({ type }: Stripe.Event): boolean => eventTypes.includes(type);

const Ours = z.object({ workspaceId: Id, paymentId: Id });

/**
 * An event only says which payment to look at. One that is not ours, or lies, is reported and left, or Stripe would
 * repeat it.
 */
export async function applyStripeNews(news: StripeNews, report: Report): Promise<void> {
  const naming = about[news.type];
  if (!naming) return applyAccountEvent(news, report);
  const { account } = news;
  const { metadata, sessionId = null } = await naming(news.object, account);
  // Made by somebody else on the business's own account, such as its web shop.
  if (!metadata?.['paymentId']) return;
  const { data: ours } = Ours.safeParse(metadata);
  if (!ours)
    return report(
      new Finding('foreign_event', `Stripe's event ${news.id} names no payment of ours`, { stripe: news.id }),
    );
  const isDecline = news.type === 'payment_intent.payment_failed';
  try {
    await fulfilPayment(systemWork(ours.workspaceId, report), ours.paymentId, { account, sessionId, isDecline });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    report(error);
  }
}
