import { stripe } from '#functions/platform/stripe.ts';
import { applyStripeEvent, eventTypes } from './apply-stripe-event.ts';
import { inboxStore } from './inbox-store.ts';

const overlapSeconds = 2 * 3600;

/** Reads Stripe's events again, so that a lost webhook costs minutes, never a payment. */
export async function reconcilePayments(now: Date, report: (error: unknown) => void): Promise<void> {
  const from = Math.max(0, (await inboxStore.cursor()) - overlapSeconds);
  for await (const event of stripe.events.list({ created: { gte: from }, types: [...eventTypes], limit: 100 })) {
    await applyStripeEvent(event, report);
  }
  // Only now: a page that failed half-way is read again.
  await inboxStore.moveCursor(Math.floor(now.getTime() / 1000));
}
