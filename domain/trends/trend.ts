import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Day } from '#domain/kernel/time.ts';
import { SegmentCuts } from '#domain/segments/cuts.ts';
import { Scheme, SegmentName } from '#domain/segments/segment.ts';

/** Who moved since a day: against where they stood then, by the payments as they are known now. */
export const Movement = z
  .object({
    /** Null until the first comparison was made. */
    since: Day.nullable(),
    segments: z.array(z.object({ segment: SegmentName, in: z.int(), out: z.int() })),
  })
  .meta({ id: 'Movement' });
export type Movement = z.infer<typeof Movement>;

/** `from` or `to` is null for who had no payment then. */
export const Moved = z
  .object({ id: Id, name: z.string(), from: SegmentName, to: SegmentName })
  .meta({ id: 'MovedCustomer' });
export type Moved = z.infer<typeof Moved>;

/** Purchases of the last 24 months: payments and minor units by month (01 to 12) and by weekday (1 Monday to 7). */
const Season = z.object({ key: z.int(), payments: z.int(), counted: z.int() });
export const Seasons = z
  .object({
    from: Day,
    to: Day,
    segments: z.array(
      z.object({
        segment: SegmentName.nullable(),
        months: z.array(Season).length(12),
        weekdays: z.array(Season).length(7),
      }),
    ),
  })
  .meta({ id: 'Seasons' });
export type Seasons = z.infer<typeof Seasons>;

/**
 * Kept with the nightly pass: how the scores were cut at the end of each of the last 53 weeks, the oldest first; a week
 * before the first payment has none. `last` is the end of the last of them.
 */
export const WeeklyCuts = z.object({
  scheme: Scheme,
  last: Day,
  weeks: z.array(z.object({ on: Day, cuts: SegmentCuts })),
});
export type WeeklyCuts = z.infer<typeof WeeklyCuts>;
