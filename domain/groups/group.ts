import * as z from 'zod';
import { Day } from '#domain/kernel/time.ts';

export const GroupFeature = z.enum(['recency', 'frequency', 'monetary', 'market', 'age']).meta({ id: 'GroupFeature' });
export type GroupFeature = z.infer<typeof GroupFeature>;

/** The middle of a feature before it is counted in deviations (z). */
const Scale = z.object({ feature: GroupFeature, mean: z.number(), deviation: z.number() });

const Group = z.object({
  /** "Recent, frequent, high spend" */
  name: z.string(),
  customers: z.int(),
  /** In deviations, in the order of `scales`. */
  centre: z.array(z.number()),
  /** Of mixtures: the variance of each, and the share of all. */
  spread: z.array(z.number()).nullable(),
  share: z.number(),
  /** The middle ones: days, payments, minor units. */
  typical: z.object({ recencyDays: z.int(), frequency: z.number(), monetary: z.int() }),
});
export type Group = z.infer<typeof Group>;

/** One grouping of a workspace's customers. Who has no place is grouped by the other features. */
export const Grouping = z.object({
  method: z.enum(['k-means', 'mixture']),
  seed: z.int(),
  scales: z.array(Scale),
  groups: z.array(Group),
  /** -1 to 1; under 0.25 the groups are weak. Null for mixtures. */
  silhouette: z.number().nullable(),
  isWeak: z.boolean(),
  /** What was tried: by silhouette (higher is better), or by BIC (lower is better). */
  tried: z.array(z.object({ k: z.int(), figure: z.number() })),
});
export type Grouping = z.infer<typeof Grouping>;

export const Groups = z
  .object({
    day: Day,
    customers: z.int(),
    /** Null with fewer than 20 customers. */
    kMeans: Grouping.nullable(),
    mixture: Grouping.nullable(),
    /** Some customers for a picture: days, payments, minor units, and the place of their group in each list. */
    points: z.array(
      z.object({ recencyDays: z.int(), frequency: z.int(), monetary: z.int(), kMeans: z.int(), mixture: z.int() }),
    ),
  })
  .meta({ id: 'CustomerGroups' });
export type Groups = z.infer<typeof Groups>;
