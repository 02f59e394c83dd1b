import * as z from 'zod';
import { Id, Version } from '#domain/kernel/ids.ts';
import { Day, Moment } from '#domain/kernel/time.ts';
import { Place } from '#domain/places/place.ts';

/**
 * What a customer's own counted payments say, and beside it what of the person is ranked and grouped by with them.
 * Null until there is a payment. Written by the segments alone.
 */
export const Measures = z.object({
  firstPaidOn: Day,
  lastPaidOn: Day,
  /** Different days on which they paid. */
  days: z.int().positive(),
  /** Counted payments. */
  frequency: z.int().positive(),
  /** Minor units of the workspace's currency. */
  monetary: z.int(),
  /** Of the customer's place; null without one: no score, and never made up. */
  market: z.number().nullable(),
  bornOn: Day.nullable(),
});
export type Measures = z.infer<typeof Measures>;

export const Customer = z
  .object({
    id: Id,
    name: z.string(),
    /** Null for a customer known only from an import. */
    email: z.string().nullable(),
    /** The business's own number, as an imported file names the customer. */
    reference: z.string().nullable(),
    memberId: Id.nullable(),
    /** The employee the customer is assigned to. */
    owner: z.object({ id: Id, name: z.string() }).nullable().default(null),
    place: Place.nullable().default(null),
    bornOn: Day.nullable().default(null),
    measures: Measures.nullable(),
    createdAt: Moment,
    version: Version,
  })
  .meta({ id: 'Customer' });
export type Customer = z.infer<typeof Customer>;
