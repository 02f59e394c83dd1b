import { isDeepStrictEqual } from 'node:util';
import { problems } from '#domain/kernel/problem.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { heard, type StripeWord, type Worth } from '#domain/payments/outcome.ts';
import { inBase } from '#domain/rates/rate.ts';
import { Finding } from '#functions/platform/finding.ts';
import { unlessChanged } from '#functions/platform/unless-changed.ts';
import type { SystemWork } from '#functions/work.ts';
import { announcePayment } from './announce-payment.ts';
import { readStripe } from './read-stripe.ts';
import type { StoredPayment } from './stored-payment.ts';

type Fulfilling = Pick<
  SystemWork,
  'workspaceId' | 'payments' | 'customers' | 'workspace' | 'rates' | 'live' | 'stripe' | 'stripeOn' | 'now' | 'report'
>;

/** What an event tells beside which payment to look at. It is checked, never believed. */
export type Hint = { account: string | null; sessionId: string | null; isDecline: boolean };

/**
 * Stores how a payment stands at Stripe. The webhook, the return page, a refund and the reconciler all come here, in any
 * order and as often as they like: Stripe is read after what is stored, so what is stored never grows older.
 */
export const fulfilPayment = async (work: Fulfilling, paymentId: string, hint?: Hint): Promise<StoredPayment> =>
  (await renewPayment(work, paymentId, hint)).payment;

/** The same, and the address of the payment's page while it is open. */
export async function renewPayment(
  work: Fulfilling,
  paymentId: string,
  hint?: Hint,
): Promise<{ payment: StoredPayment; url: string | null }> {
  for (;;) {
    const stored = await work.payments.get(paymentId);
    const sessionId = sessionOf(stored, hint);
    if (sessionId === null) return { payment: stored, url: null };

    const { word, url } = await readStripe(work, stored, { sessionId, hasDeclines: hint?.isDecline ?? false });
    const next = heard(stored, word, await worthOf(work, stored, word));
    if (isDeepStrictEqual(next, stored)) return { payment: stored, url };

    const kept = await unlessChanged(work.payments.replace({ ...next, updatedAt: work.now().toISOString() }));
    if (!kept) continue;
    await announcePayment(work, kept);
    return { payment: kept, url };
  }
}

/** The newest page. One whose id was lost in a crash is taken from the event that tells of it. */
function sessionOf({ id, account, attempts }: StoredPayment, hint: Hint | undefined): string | null {
  const own = attempts.at(-1)?.sessionId ?? null;
  if (!hint) return own;
  if (hint.account !== account) throw problems.conflict(`Stripe's event does not fit the account of payment ${id}.`);
  const isKnown = hint.sessionId === null || attempts.some(({ sessionId }) => sessionId === hint.sessionId);
  if (own !== null && !isKnown) throw problems.conflict(`Stripe's page ${hint.sessionId} does not fit payment ${id}.`);
  return own ?? (attempts.length > 0 ? hint.sessionId : null);
}

/** Asked for once, when the money came: the rate of that day stays with the payment. */
async function worthOf(work: Fulfilling, stored: StoredPayment, { paid }: StripeWord): Promise<Worth | null> {
  if (!paid || stored.base) return null;
  const { timeZone, currency: own } = await work.workspace.get();
  const paidOn = stored.paidOn ?? dayIn(timeZone, new Date(paid.at));
  const rates = stored.currency === own ? [] : await work.rates.list();
  const base = inBase(stored, { own, rates, day: paidOn });
  if (!base) {
    const words = `Payment ${stored.id} does not count: no rate of ${stored.currency} for ${paidOn}`;
    work.report(new Finding('rate_missing', words, { payment: stored.id, currency: stored.currency, day: paidOn }));
  }
  return { paidOn, base };
}
