import * as z from 'zod';
import { Customer } from '#domain/customers/customer.ts';
import { Moment } from '#domain/kernel/time.ts';

export const SegmentName = z
  .enum([
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
    'No Purchases',
  ])
  .meta({ id: 'SegmentName' });
export type SegmentName = z.infer<typeof SegmentName>;

export const Score = z.int().min(1).max(5);
export const Scores = z.object({ recency: Score, frequency: Score, monetary: Score });
export type Scores = z.infer<typeof Scores>;

/** A customer with what the segments say; recency is counted to the workspace's today when it is read. */
export const ScoredCustomer = Customer.extend({
  recencyDays: z.int().nullable(),
  scores: Scores.nullable(),
  segment: SegmentName,
}).meta({ id: 'ScoredCustomer' });
export type ScoredCustomer = z.infer<typeof ScoredCustomer>;

export const SegmentSummary = z
  .object({
    /** Grows by one with every recompute; 0 before the first. */
    version: z.int(),
    updatedAt: Moment.nullable(),
    /** Customers with a counted payment. */
    payers: z.int(),
    counts: z.record(SegmentName, z.int()),
    /** How many customers stand in each cell: `grid[recency - 1][frequency - 1]`. */
    grid: z.array(z.array(z.int()).length(5)).length(5),
  })
  .meta({ id: 'SegmentSummary' });
export type SegmentSummary = z.infer<typeof SegmentSummary>;
