import { isDeepStrictEqual } from 'node:util';
import type { SystemWork } from '#functions/work.ts';
import { noFacts, readAccount } from './account-facts.ts';
import type { AccountFacts, StripeAccount } from './stripe-account-store.ts';
import { unlessChanged } from '#functions/platform/unless-changed.ts';

type Ground = Pick<SystemWork, 'stripe' | 'stripeAccount'>;

/**
 * Reads what is stored, then Stripe, and stores over what was read: so what is stored is never older than what was
 * stored, in whatever order events, people and timers ask. Null when nothing was ever connected.
 */
export async function readAnew({ stripe, stripeAccount }: Ground): Promise<StripeAccount | null> {
  for (;;) {
    const stored = await stripeAccount.find();
    if (!stored?.account) return stored;
    const next = withFacts(stored, await readAccount(stripe, stored.account));
    if (isDeepStrictEqual(next, stored)) return stored;
    const kept = await unlessChanged(stripeAccount.replace(next));
    if (kept) return kept;
  }
}

const withdrawn = "The business took back StarOne's access to its Stripe account.";

const withFacts = (stored: StripeAccount, facts: AccountFacts | null): StripeAccount =>
  facts
    ? { ...stored, ...facts }
    : { ...stored, ...noFacts, account: null, connectedAt: null, disabledReason: withdrawn };
