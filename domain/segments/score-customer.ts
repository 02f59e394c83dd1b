import type { Customer } from '#domain/customers/customer.ts';
import { daysBetween } from '#domain/kernel/time.ts';
import { scoresOf, type SegmentCuts } from './cuts.ts';
import { segmentOf } from './named-segments.ts';
import type { ScoredCustomer } from './segment.ts';

/**
 * A customer as pages show them. Scores are derived here and nowhere stored. Without cuts (the first payment is being
 * scored this moment) nobody has a score yet.
 */
export function scoreCustomer(customer: Customer, cuts: SegmentCuts | null, today: string): ScoredCustomer {
  const { measures } = customer;
  const scores = measures && cuts && scoresOf(measures, cuts);
  return {
    ...customer,
    // The workspace's zone may have been changed to one where today is still yesterday.
    recencyDays: measures && Math.max(0, daysBetween(measures.lastPaidOn, today)),
    scores,
    segment: scores ? segmentOf(scores) : 'No Purchases',
  };
}
