import { Stripe } from 'stripe';
import { disabledInWords, wantedInWords } from '#domain/stripe-accounts/requirement-words.ts';
import type { AccountFacts } from './stripe-account-store.ts';

export const noFacts: AccountFacts = { chargesEnabled: false, payoutsEnabled: false, wanted: [], disabledReason: null };

/** Null when Stripe no longer lets us near the account: the business took the access back. */
export async function readAccount(stripe: Stripe, accountId: string): Promise<AccountFacts | null> {
  try {
    return factsOf(await stripe.accounts.retrieve(accountId));
  } catch (error) {
    if (error instanceof Stripe.errors.StripePermissionError) return null;
    throw error;
  }
}

export const factsOf = ({
  charges_enabled,
  payouts_enabled,
  details_submitted,
  requirements,
}: Stripe.Account): AccountFacts => ({
  chargesEnabled: charges_enabled,
  payoutsEnabled: payouts_enabled,
  wanted: wantedInWords([...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])]),
  disabledReason: disabledInWords(requirements?.disabled_reason, details_submitted),
});
