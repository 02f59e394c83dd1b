import * as z from 'zod';
import { Moment } from '#domain/kernel/time.ts';

/**
 * How money reaches the business. `platform`: this deployment belongs to one business and its own key takes the
 * payments. `onboarding`: Stripe still wants something. `ready`: payments go to the business's own account.
 */
export const StripeConnection = z
  .object({
    state: z.enum(['none', 'platform', 'onboarding', 'ready']),
    accountId: z.string().nullable(),
    chargesEnabled: z.boolean(),
    payoutsEnabled: z.boolean(),
    /** What Stripe still asks for, in words. */
    wanted: z.array(z.string()),
    /** Why Stripe switched the account off, in words; null while it is on. */
    disabledReason: z.string().nullable(),
    country: z.string().nullable(),
    connectedAt: Moment.nullable(),
  })
  .meta({ id: 'StripeConnection' });
export type StripeConnection = z.infer<typeof StripeConnection>;

/** Two letters, as Stripe wants to know before the first page. */
export const ConnectDraft = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'Two letters, such as US'),
});
export type ConnectDraft = z.infer<typeof ConnectDraft>;
