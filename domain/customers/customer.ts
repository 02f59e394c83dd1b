import * as z from 'zod';
import { Id, Version } from '#domain/kernel/ids.ts';
import { Day, Moment } from '#domain/kernel/time.ts';

/** What a customer's own counted payments say. Null until there is one. */
export const Measures = z.object({
  lastPaidOn: Day,
  frequency: z.int().positive(),
  /** Minor units of the workspace's currency. */
  monetary: z.int(),
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
    measures: Measures.nullable(),
    createdAt: Moment,
    version: Version,
  })
  .meta({ id: 'Customer' });
export type Customer = z.infer<typeof Customer>;
