import { Stripe } from 'stripe';
import { dayAfter } from '#domain/kernel/list-days.ts';
import { setAside } from '#functions/platform/dead-letters.ts';
import { secondsToWait } from '#functions/platform/outage.ts';
import { stripe, stripeOn } from '#functions/platform/stripe.ts';
import { connectedAccounts } from '#functions/stripe-accounts/account-owners.ts';
import { forgetIfLost } from '#functions/stripe-accounts/apply-account-event.ts';
import { systemWork } from '#functions/work.ts';
import { applyStripeNews, eventTypes } from './apply-stripe-news.ts';
import { compareLedger } from './compare-ledger.ts';
import { inboxStore } from './inbox-store.ts';
import { settlePayment } from './settle-payment.ts';
import { newsOf, type StripeNews } from './stripe-news.ts';
import { type Unsettled, unsettledPayments } from './unsettled-payments.ts';

type Report = (error: unknown) => void;

const overlapSeconds = 2 * 3600;
const settledAfterMs = 30 * 60_000;
// A day is compared when its last events had time to arrive.
const comparedAfterMs = 26 * 3_600_000;

/**
 * Asks Stripe what no webhook told, so that a lost one costs minutes, never a payment. What fails is reported and done
 * the next time; all else goes on. Accounts and payments go side by side, and each run begins at another place: should
 * one be cut off for its length, nobody is last every time.
 */
export async function reconcilePayments(now: Date, report: Report): Promise<void> {
  const connected = await connectedAccounts();
  const accounts = [null, ...connected.map((one) => one.account)];
  const before = new Date(now.getTime() - settledAfterMs).toISOString();
  const left = await unsettledPayments.before(before);
  await Promise.all([
    inTurn(accounts, now, (account) => orReport(report, () => reconcileOrForget(account, now, report))),
    inTurn(left, now, (unsettled) => orReport(report, () => finish(unsettled, report))),
  ]);
}

async function inTurn<T>(items: readonly T[], now: Date, work: (item: T) => Promise<unknown>): Promise<void> {
  const from = Math.floor(now.getTime() / 1000) % Math.max(1, items.length);
  for (const item of [...items.slice(from), ...items.slice(0, from)]) await work(item);
}

/** What was begun and not heard of again. */
export async function finish(unsettled: Unsettled, report: Report): Promise<void> {
  const isSettled = await settlePayment(systemWork(unsettled.workspaceId, report), unsettled.paymentId);
  if (isSettled) await unsettledPayments.done(unsettled);
}

/** One that lets us in no more is told of once, and then no longer ours: the event that says so may have been lost. */
export async function reconcileOrForget(account: string | null, now: Date, report: Report): Promise<void> {
  try {
    await reconcileAccount(account, now, report);
  } catch (error) {
    if (account !== null && error instanceof Stripe.errors.StripePermissionError) await forgetIfLost(account, report);
    throw error;
  }
}

/** An account of a business; null is the deployment's own. */
export async function reconcileAccount(account: string | null, now: Date, report: Report): Promise<void> {
  const cursor = await inboxStore.cursor(account);
  const createdFrom = Math.floor(now.getTime() / 1000);
  await readEvents(account, Math.max(0, cursor.createdFrom - overlapSeconds), now, report);
  // Only now: what was cut off half-way is read again.
  await inboxStore.moveCursor(account, { ...cursor, createdFrom });

  const last = new Date(now.getTime() - comparedAfterMs).toISOString().slice(0, 10);
  for (let day = cursor.comparedOn ? dayAfter(cursor.comparedOn) : last; day <= last; day = dayAfter(day)) {
    await compareLedger({ account, day }, report);
    await inboxStore.moveCursor(account, { ...(await inboxStore.cursor(account)), comparedOn: day });
  }
}

async function readEvents(account: string | null, from: number, now: Date, report: Report): Promise<void> {
  const asked = { created: { gte: from }, types: eventTypes, limit: 100 };
  for await (const event of stripe.events.list(asked, stripeOn(account))) {
    // An event that is listed does not say whose it is; the webhook's does.
    const news = { ...newsOf(event), account };
    if (!(await inboxStore.isKnown(news.id))) await look(news, now, report);
  }
}

/**
 * The effect first, because it is safe to repeat; the mark after it. What fails for good must not hold up the rest: its
 * payment is looked at by itself while it is unsettled, and once more with the ledger of its day.
 */
async function look(news: StripeNews, now: Date, report: Report): Promise<void> {
  try {
    await applyStripeNews(news, report);
  } catch (error) {
    if (secondsToWait(error) !== null || error instanceof Stripe.errors.StripePermissionError) throw error;
    report(error);
    const letter = { workspaceId: 'stripe', source: 'payments-reconcile', documentId: news.id };
    await setAside({ ...letter, reason: String(error), at: now });
  }
  await inboxStore.finish(news.id);
}

async function orReport(report: Report, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    report(error);
  }
}
