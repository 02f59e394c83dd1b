import type Stripe from 'stripe';
import { problems } from '#domain/kernel/problem.ts';
import { config } from '#functions/platform/config.ts';
import { stripe } from '#functions/platform/stripe.ts';
import { isHandled } from './apply-stripe-news.ts';
import { inboxStore } from './inbox-store.ts';
import { newsOf } from './stripe-news.ts';

const toleranceSeconds = 300;

/**
 * A refused event leaves nothing behind. One that says something is kept before the answer, and worked on by the feed of
 * the inbox; a failing store is a 500, and Stripe comes again.
 */
export async function receiveStripeEvent(bytes: Uint8Array, signature: string | null, now: Date): Promise<void> {
  const event = verified(bytes, signature, now);
  if (isHandled(event)) await inboxStore.receive(newsOf(event));
}

function verified(bytes: Uint8Array, signature: string | null, now: Date): Stripe.Event {
  const signedAt = Number(/(?:^|,)t=(\d+)/.exec(signature ?? '')?.[1]);
  // The SDK refuses old events only; one from the future is as wrong.
  if (!signature || !(Math.abs(now.getTime() / 1000 - signedAt) <= toleranceSeconds)) throw problems.badSignature();
  for (const secret of config.stripe.webhookSecrets) {
    try {
      return stripe.webhooks.constructEvent(
        Buffer.from(bytes),
        signature,
        secret,
        toleranceSeconds,
        undefined,
        now.getTime(),
      );
    } catch {
      // Signed with the other secret, perhaps: during a rotation two are good.
    }
  }
  throw problems.badSignature();
}
