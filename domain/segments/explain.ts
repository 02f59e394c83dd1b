import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Day, Moment } from '#domain/kernel/time.ts';
import { CustomerForecast } from '#domain/forecasts/forecast.ts';
import { ScoreName } from './scores.ts';
import { ScoredCustomer, SegmentName } from './segment.ts';

/** One score told: what stands between the steps, and how many of the ranked are strictly lower. */
export const ToldScore = z.object({
  measure: ScoreName,
  score: z.int().nullable(),
  /** Days, payments, minor units, or people in the place and its income as `market`. */
  value: z.number().nullable(),
  /** Where the scores of 2, 3, 4 and 5 begin, in the value's unit. Days fall, the others rise. */
  steps: z.array(z.number()).length(4).nullable(),
  /** Whole percent of the others who are strictly lower; null when nobody else is ranked. */
  above: z.int().nullable(),
  /** "Spent more than 83 % of your customers". */
  words: z.string(),
});
export type ToldScore = z.infer<typeof ToldScore>;

/** From that day on the customer stood there, as the payments are known now. */
export const PathStep = z.object({
  on: Day,
  segment: SegmentName,
  recency: z.int(),
  frequency: z.int(),
  monetary: z.int(),
});
export type PathStep = z.infer<typeof PathStep>;

/** All that the segments say of one customer. */
export const CustomerStanding = z
  .object({
    customer: ScoredCustomer,
    scores: z.array(ToldScore),
    /** In one or two sentences why the customer is where they are. */
    words: z.string(),
    /** Where one usual payment today would take them; null when it changes nothing. */
    next: z.object({ segment: SegmentName, words: z.string() }).nullable(),
    /** By the week, at most a year, the oldest first; only changes of a segment or a recency score. */
    path: z.array(PathStep),
    /** Minor units of all payments of that day. */
    lastPaid: z.object({ on: Day, amount: z.int() }).nullable(),
    forecast: CustomerForecast.nullable(),
    group: z.string().nullable(),
    /** The workspace's day, to which all of it is told. */
    today: Day,
    updatedAt: Moment.nullable(),
  })
  .meta({ id: 'CustomerStanding' });
export type CustomerStanding = z.infer<typeof CustomerStanding>;

export const standingParams = z.strictObject({ customerId: Id });
