import type Stripe from 'stripe';
import type { Context } from '../context.ts';
import type { Include, V2AccountDraft, V2LinkDraft } from '../params/v2-params.ts';
import { createAccountLink } from './account-links.ts';
import { createAccount, findAccount } from './accounts.ts';

// The newer API shows the same accounts in other words. Its moments are text on the wire, as the SDK gives them on.

export function createV2Account(context: Context, draft: V2AccountDraft): object {
  const { fees_collector: fees, losses_collector: losses } = draft.defaults?.responsibilities ?? {};
  const account = createAccount(context, {
    country: draft.identity.country,
    email: draft.contact_email,
    business_profile: { name: draft.display_name },
    controller: {
      stripe_dashboard: { type: draft.dashboard },
      fees: { payer: fees === 'application' ? 'application' : 'account' },
      losses: { payments: losses },
    },
    metadata: draft.metadata,
  });
  return present(account, draft.include);
}

export const readV2Account = (context: Context, include: Include, id: string): object =>
  present(findAccount(context, id), include);

export function createV2AccountLink(context: Context, { account, use_case: { type, ...use } }: V2LinkDraft): object {
  const { refresh_url, return_url } = use.account_onboarding;
  const link = createAccountLink(context, { account, type, refresh_url, return_url });
  return {
    object: 'v2.core.account_link',
    account,
    created: moment(link.created),
    expires_at: moment(link.expires_at),
    livemode: false,
    url: link.url,
    use_case: { type, account_onboarding: use.account_onboarding },
  };
}

/** Only what was asked for is shown of its four large parts. */
function present(account: Stripe.Account, include: Include = []): object {
  const { controller, country, email, business_profile: profile } = account;
  const parts = {
    'configuration.merchant': { configuration: { merchant: merchantOf(account) } },
    defaults: {
      defaults: {
        currency: account.default_currency,
        responsibilities: {
          fees_collector: controller?.fees?.payer === 'account' ? 'stripe' : 'application',
          losses_collector: controller?.losses?.payments,
          requirements_collector: controller?.requirement_collection,
        },
      },
    },
    identity: { identity: { country: country?.toLowerCase() } },
    requirements: { requirements: { entries: (account.requirements?.currently_due ?? []).map(entryOf) } },
  };
  return {
    id: account.id,
    object: 'v2.core.account',
    applied_configurations: ['merchant'],
    closed: false,
    ...(email && { contact_email: email }),
    created: moment(account.created ?? 0),
    dashboard: controller?.stripe_dashboard?.type,
    ...(profile?.name && { display_name: profile.name }),
    livemode: false,
    metadata: account.metadata,
    ...Object.assign({}, ...include.map((part) => parts[part])),
  };
}

const merchantOf = ({ charges_enabled: takesMoney }: Stripe.Account) => ({
  applied: true,
  capabilities: {
    card_payments: takesMoney
      ? { status: 'active', status_details: [] }
      : {
          status: 'restricted',
          status_details: [{ code: 'requirements_past_due', resolution: 'provide_info' }],
        },
  },
});

const entryOf = (description: string) => ({
  awaiting_action_from: 'user',
  description,
  errors: [],
  impact: {
    restricts_capabilities: [
      { capability: 'card_payments', configuration: 'merchant', deadline: { status: 'past_due' } },
    ],
  },
  minimum_deadline: { status: 'past_due' },
  requested_reasons: [{ code: 'routine_onboarding' }],
});

const moment = (seconds: number): string => new Date(seconds * 1000).toISOString();
