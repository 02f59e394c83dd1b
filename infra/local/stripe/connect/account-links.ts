import type Stripe from 'stripe';
import { type Context, platform } from '../context.ts';
import { newId } from '../ids.ts';
import type { LinkDraft } from '../params/account-params.ts';
import { findAccount } from './accounts.ts';

const fiveMinutes = 5 * 60;

/** Who is on Stripe's pages, and where they came from. */
export interface Onboarding {
  account: string;
  refreshUrl: string;
  returnUrl: string;
}

/** Opens the pages once, within five minutes. */
export function createAccountLink(context: Context, draft: LinkDraft): Stripe.AccountLink {
  findAccount({ ...context, account: platform }, draft.account);
  const created = context.clock.now();
  const token = newId('link', 16);
  context.store.keepNote('account link', token, {
    account: draft.account,
    refreshUrl: draft.refresh_url,
    returnUrl: draft.return_url,
    expiresAt: created + fiveMinutes,
    isUsed: false,
  });
  return {
    object: 'account_link',
    created,
    expires_at: created + fiveMinutes,
    url: `${context.origin}/connect/${token}`,
  };
}

/** Where a visitor of the link goes on: to the pages the first time, else back to ask for another link. */
export function useAccountLink({ store, clock }: Context, token: string): string | undefined {
  const link = store.note('account link', token);
  if (!link) return undefined;
  if (link.isUsed || clock.now() >= link.expiresAt) return link.refreshUrl;

  const visit = newId('visit', 24);
  store.keepNote('account link', token, { ...link, isUsed: true });
  store.keepNote('onboarding', visit, {
    account: link.account,
    refreshUrl: link.refreshUrl,
    returnUrl: link.returnUrl,
  });
  return `/connect/${token}/${visit}`;
}
