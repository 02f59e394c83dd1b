import * as z from 'zod';
import { email, expand, flag, metadata, text, webAddress } from './fields.ts';

const profile = z.strictObject({ name: text(1000).optional(), url: webAddress.optional() });
const requested = z.strictObject({ requested: flag });
const described = {
  business_profile: profile.optional(),
  business_type: z.enum(['company', 'individual', 'non_profit', 'government_entity']).optional(),
  capabilities: z.strictObject({ card_payments: requested.optional(), transfers: requested.optional() }).optional(),
  email: email.optional(),
  metadata,
  expand,
};

export const AccountDraft = z.strictObject({
  ...described,
  country: text(2).optional(),
  type: z.enum(['standard', 'express', 'custom']).optional(),
  controller: z
    .strictObject({
      fees: z.strictObject({ payer: z.enum(['account', 'application']).optional() }).optional(),
      losses: z.strictObject({ payments: z.enum(['application', 'stripe']).optional() }).optional(),
      requirement_collection: z.enum(['application', 'stripe']).optional(),
      stripe_dashboard: z.strictObject({ type: z.enum(['full', 'express', 'none']).optional() }).optional(),
    })
    .optional(),
});
export type AccountDraft = z.infer<typeof AccountDraft>;

export const AccountChange = z.strictObject(described);
export type AccountChange = z.infer<typeof AccountChange>;

export const LinkDraft = z.strictObject({
  account: text(100),
  type: z.enum(['account_onboarding', 'account_update']),
  refresh_url: webAddress,
  return_url: webAddress,
  collect: z.enum(['currently_due', 'eventually_due']).optional(),
  collection_options: z
    .strictObject({
      fields: z.enum(['currently_due', 'eventually_due']).optional(),
      future_requirements: z.enum(['include', 'omit']).optional(),
    })
    .optional(),
  expand,
});
export type LinkDraft = z.infer<typeof LinkDraft>;
