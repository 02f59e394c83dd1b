import type Stripe from 'stripe';
import { problems } from '#domain/kernel/problem.ts';
import { config } from '#functions/platform/config.ts';
import { stripe } from '#functions/platform/stripe.ts';
import { applyStripeEvent } from './apply-stripe-event.ts';
import { inboxStore } from './inbox-store.ts';

const toleranceSeconds = 300;

/** A refused event leaves nothing behind; a failing store is a 500, and Stripe comes again. */
export async function receiveStripeEvent(
  bytes: Uint8Array,
  signature: string | null,
  now: Date,
  report: (error: unknown) => void,
): Promise<void> {
  const event = verified(bytes, signature, now);
  if (await inboxStore.receive(event.id)) return;
  // The effect first, because it is safe to repeat; the mark after it.
  await applyStripeEvent(event, report);
  await inboxStore.finish(event.id);
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
