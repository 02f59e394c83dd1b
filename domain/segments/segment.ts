import * as z from 'zod';
import { Customer } from '#domain/customers/customer.ts';
import { Moment } from '#domain/kernel/time.ts';
import { SettlementClass } from '#domain/places/place.ts';
import { SegmentCuts } from './cuts.ts';
import { Scores } from './scores.ts';

/** Of the usual scheme, the best first. */
export const elevenSegments = [
  'VIP Customer',
  'Champions',
  'Loyal Customers',
  'Potential Loyalists',
  'New Customers',
  'Promising',
  'Need Attention',
  'About to Sleep',
  'At Risk',
  "Can't Lose Them",
  'Hibernating',
] as const;
/** Of the simpler one; 'VIP Customer' is in both. */
export const fourSegments = ['VIP Customer', 'Loyal Customer', 'At-Risk Customer', 'New Customer'] as const;

export const SegmentName = z
  .enum([...elevenSegments, 'Loyal Customer', 'At-Risk Customer', 'New Customer', 'No Purchases'])
  .meta({ id: 'SegmentName' });
export type SegmentName = z.infer<typeof SegmentName>;

export const Scheme = z.enum(['eleven', 'four']).meta({ id: 'SegmentScheme' });
export type Scheme = z.infer<typeof Scheme>;

export const segmentsOf = (scheme: Scheme): readonly SegmentName[] => [
  ...(scheme === 'eleven' ? elevenSegments : fourSegments),
  'No Purchases',
];

/** By the population score: 4-5 high, 3 mid, 1-2 low, unknown without a score. */
export const Tier = z.enum(['high', 'mid', 'low', 'unknown']).meta({ id: 'PopulationTier' });
export type Tier = z.infer<typeof Tier>;

/** A customer with what the segments say; days and years are counted to the workspace's today when it is read. */
export const ScoredCustomer = Customer.extend({
  recencyDays: z.int().nullable(),
  age: z.int().nullable(),
  scores: Scores.nullable(),
  segment: SegmentName,
  tier: Tier,
  settlement: SettlementClass.nullable(),
  /** 0 to 100: the scores by the workspace's weights. */
  composite: z.int().nullable(),
}).meta({ id: 'ScoredCustomer' });
export type ScoredCustomer = z.infer<typeof ScoredCustomer>;

const FiveCounts = z.array(z.int()).length(5);

export const SegmentSummary = z
  .object({
    /** Grows by one with every recompute; 0 before the first. */
    version: z.int(),
    updatedAt: Moment.nullable(),
    /** Customers with a counted payment. */
    payers: z.int(),
    scheme: Scheme,
    /** Of the scheme's segments. */
    counts: z.partialRecord(SegmentName, z.int()),
    /** How many customers stand in each cell: `grid[recency - 1][frequency - 1]`. */
    grid: z.array(FiveCounts).length(5),
    /** How many have each score, from 1 to 5. */
    scored: z.object({ recency: FiveCounts, frequency: FiveCounts, monetary: FiveCounts, population: FiveCounts }),
    cuts: SegmentCuts.nullable(),
  })
  .meta({ id: 'SegmentSummary' });
export type SegmentSummary = z.infer<typeof SegmentSummary>;
