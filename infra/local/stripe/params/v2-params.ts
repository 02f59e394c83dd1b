import * as z from 'zod';
import { email, flag, listOf, metadata, text, webAddress } from './fields.ts';

const include = listOf(z.enum(['configuration.merchant', 'defaults', 'identity', 'requirements'])).optional();
export type Include = z.infer<typeof include>;

export const V2Include = z.strictObject({ include });

const payer = z.enum(['application', 'stripe']);
const requested = z.strictObject({ requested: flag });

export const V2AccountDraft = z.strictObject({
  contact_email: email.optional(),
  display_name: text(1000).optional(),
  dashboard: z.enum(['full', 'express', 'none']).default('full'),
  identity: z.strictObject({ country: text(2).transform((code) => code.toUpperCase()) }),
  configuration: z
    .strictObject({
      merchant: z.strictObject({ capabilities: z.strictObject({ card_payments: requested }).optional() }),
    })
    .optional(),
  defaults: z
    .strictObject({ responsibilities: z.strictObject({ fees_collector: payer, losses_collector: payer }) })
    .optional(),
  metadata,
  include,
});
export type V2AccountDraft = z.infer<typeof V2AccountDraft>;

const pages = z.strictObject({ refresh_url: webAddress, return_url: webAddress });
export const V2LinkDraft = z.strictObject({
  account: text(100),
  use_case: z.strictObject({ type: z.literal('account_onboarding'), account_onboarding: pages }),
});
export type V2LinkDraft = z.infer<typeof V2LinkDraft>;
