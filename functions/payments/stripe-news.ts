import type Stripe from 'stripe';
import * as z from 'zod';

/**
 * What an event of Stripe's says: whose it is, and which object to look at. Nothing else of it is believed, so nothing
 * else of it is kept. A charge is always named by its id.
 */
export const StripeNews = z.object({
  id: z.string(),
  type: z.string(),
  /** Of a connected business; null: the deployment's own. */
  account: z.string().nullable(),
  object: z.object({
    id: z.string(),
    metadata: z.record(z.string(), z.string()).nullish(),
    charge: z.string().nullish(),
  }),
});
export type StripeNews = z.infer<typeof StripeNews>;

export const newsOf = ({ id, type, account, data }: Stripe.Event): StripeNews =>
  StripeNews.parse({ id, type, account: account ?? null, object: data.object });
