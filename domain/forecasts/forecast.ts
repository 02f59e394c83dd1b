import * as z from 'zod';
import { Day } from '#domain/kernel/time.ts';

/** BG/NBD (Fader, Hardie, Lee 2005), weeks. */
export const BgNbd = z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() });
export type BgNbd = z.infer<typeof BgNbd>;

/** Gamma-gamma (Fader, Hardie 2013), of a day's spend in major units. */
export const GammaGamma = z.object({ p: z.number(), q: z.number(), gamma: z.number() });
export type GammaGamma = z.infer<typeof GammaGamma>;

/** What is expected of a workspace's customers, fitted to its own payments. */
export const Forecast = z
  .object({
    /** The last day the payments were looked at. */
    day: Day,
    customers: z.int(),
    repeaters: z.int(),
    bgNbd: BgNbd.extend({ logLikelihood: z.number() }).nullable(),
    gammaGamma: GammaGamma.extend({ logLikelihood: z.number() }).nullable(),
    /** Why there is none: too few repeat customers, or no fit was found. */
    reason: z.string().nullable(),
    /** A one-time buyer who has been silent for longer counts as gone: nine of ten repeaters came back sooner. */
    quietAfterDays: z.int().nullable(),
    /** How many came back so often (the last: so often or more), in truth and by the model. */
    fit: z.array(z.object({ repeats: z.int(), actual: z.int(), expected: z.number() })),
    /** The next 12 months of all customers together: purchase days and minor units. */
    expectedPurchases: z.number().nullable(),
    expectedValue: z.int().nullable(),
  })
  .meta({ id: 'Forecast' });
export type Forecast = z.infer<typeof Forecast>;

/** `basis` says by which of the two rules `alive` is told: a one-time buyer's chance would be 1 by the model, whatever they do. */
export const CustomerForecast = z
  .object({
    /** In the next 12 months. */
    expectedPurchases: z.number(),
    /** Minor units of the workspace's currency, discounted at 10 % a year. */
    value: z.int(),
    basis: z.enum(['model', 'recency-rule']),
    /** 0 to 1; null by the recency rule. */
    chanceAlive: z.number().nullable(),
    isGone: z.boolean(),
  })
  .meta({ id: 'CustomerForecast' });
export type CustomerForecast = z.infer<typeof CustomerForecast>;
