import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type { AccountDraft } from '../params/account-params.ts';

export interface NewAccount {
  draft: AccountDraft;
  country: string;
  currency: string;
  created: number;
}

/** What Stripe asks of a business before it may take money. */
export const askedAtFirst = [
  'business_profile.name',
  'business_profile.url',
  'external_account',
  'tos_acceptance.date',
  'tos_acceptance.ip',
];

/** A business that has told nothing yet: it takes no money and gets none. */
export function makeAccount({ draft, country, currency, created }: NewAccount): Stripe.Account {
  const id = newId('acct', 16);
  return {
    id,
    object: 'account',
    business_profile: {
      mcc: null,
      minority_owned_business_designation: null,
      name: draft.business_profile?.name ?? null,
      product_description: null,
      support_address: null,
      support_email: null,
      support_phone: null,
      support_url: null,
      url: draft.business_profile?.url ?? null,
      specified_commercial_transactions_act_url: null,
    },
    business_type: draft.business_type ?? null,
    capabilities: { card_payments: 'inactive', transfers: 'inactive' },
    charges_enabled: false,
    controller: controllerOf(draft),
    country,
    created,
    default_currency: currency,
    details_submitted: false,
    email: draft.email ?? null,
    external_accounts: { object: 'list', data: [], has_more: false, url: `/v1/accounts/${id}/external_accounts` },
    future_requirements: requirements([], null),
    metadata: draft.metadata,
    payouts_enabled: false,
    requirements: requirements(askedAtFirst, 'requirements.past_due'),
    settings,
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: draft.type ?? 'none',
  };
}

export function requirements(
  due: string[],
  disabledReason: Stripe.Account.Requirements.DisabledReason | null,
): Stripe.Account.Requirements {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: disabledReason,
    errors: [],
    eventually_due: due,
    past_due: disabledReason === 'requirements.past_due' ? due : [],
    pending_verification: [],
  };
}

/** Each older type is a way to say four things about who does what. */
function controllerOf({ type, controller }: AccountDraft): Stripe.Account.Controller {
  const isOurs = type === 'custom' || type === 'express';
  return {
    fees: { payer: controller?.fees?.payer ?? (isOurs ? `application_${type}` : 'account') },
    is_controller: true,
    losses: { payments: controller?.losses?.payments ?? (isOurs ? 'application' : 'stripe') },
    requirement_collection: controller?.requirement_collection ?? (type === 'custom' ? 'application' : 'stripe'),
    stripe_dashboard: { type: controller?.stripe_dashboard?.type ?? dashboards[type ?? 'standard'] },
    type: 'application',
  };
}

const dashboards = { standard: 'full', express: 'express', custom: 'none' } as const;

const noPrefix = { statement_descriptor_prefix_kana: null, statement_descriptor_prefix_kanji: null };

const settings: Stripe.Account.Settings = {
  bacs_debit_payments: { display_name: null, service_user_number: null },
  branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
  card_issuing: { tos_acceptance: { date: null, ip: null } },
  card_payments: {
    decline_on: { avs_failure: false, cvc_failure: false },
    statement_descriptor_prefix: null,
    ...noPrefix,
  },
  dashboard: { display_name: null, timezone: 'Etc/UTC' },
  invoices: { default_account_tax_ids: null, hosted_payment_method_save: 'offer' },
  payments: {
    statement_descriptor: null,
    statement_descriptor_kana: null,
    statement_descriptor_kanji: null,
    ...noPrefix,
  },
  payouts: {
    debit_negative_balances: true,
    schedule: { delay_days: 2, interval: 'daily' },
    statement_descriptor: null,
  },
  sepa_debit_payments: {},
};
