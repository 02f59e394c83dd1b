import * as z from 'zod';
import { expand, integer, listOf, text } from './fields.ts';

export const OnlyExpand = z.strictObject({ expand });

export const ListParams = z.strictObject({
  limit: integer(1)
    .refine((value) => value <= 100, { error: 'This value must be less than or equal to 100 (it currently is more).' })
    .default(10),
  starting_after: text(100).optional(),
  ending_before: text(100).optional(),
  created: z
    .union([
      integer(0),
      z.strictObject({
        gt: integer(0).optional(),
        gte: integer(0).optional(),
        lt: integer(0).optional(),
        lte: integer(0).optional(),
      }),
    ])
    .optional(),
  expand,
});
export type ListParams = z.infer<typeof ListParams>;

/** Filters of the lists, beside paging. */
export const listFilters = {
  sessions: ListParams.extend({
    payment_intent: text(100).optional(),
    status: z.enum(['open', 'complete', 'expired']).optional(),
  }),
  intents: ListParams,
  charges: ListParams.extend({ payment_intent: text(100).optional() }),
  refunds: ListParams.extend({ charge: text(100).optional(), payment_intent: text(100).optional() }),
  disputes: ListParams.extend({ charge: text(100).optional(), payment_intent: text(100).optional() }),
  events: ListParams.extend({ type: text(100).optional(), types: listOf(text(100)).optional() }),
  entries: ListParams.extend({
    type: text(100).optional(),
    source: text(100).optional(),
    currency: text(10).optional(),
  }),
  customers: ListParams.extend({ email: text(512).optional() }),
  others: ListParams,
  items: ListParams.omit({ created: true }),
};
