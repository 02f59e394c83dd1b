import type { StripeConnection } from '#domain/stripe-accounts/stripe-account.ts';
import { config } from '#functions/platform/config.ts';
import { noFacts } from './account-facts.ts';
import type { StripeAccount } from './stripe-account-store.ts';

export function presentConnection(stored: StripeAccount | null): StripeConnection {
  const { chargesEnabled, payoutsEnabled, wanted, disabledReason } = stored ?? noFacts;
  return {
    state: stateOf(stored),
    accountId: stored?.account ?? null,
    chargesEnabled,
    payoutsEnabled,
    wanted,
    disabledReason,
    country: stored?.country ?? null,
    connectedAt: stored?.connectedAt ?? null,
  };
}

function stateOf(stored: StripeAccount | null): StripeConnection['state'] {
  if (stored?.account) return stored.chargesEnabled ? 'ready' : 'onboarding';
  return config.stripe.isSingleBusiness ? 'platform' : 'none';
}
