import type { Customer } from '#domain/customers/customer.ts';
import { ageOn } from '#domain/customers/facts.ts';
import { daysBetween } from '#domain/kernel/time.ts';
import { settlementClassOf } from '#domain/places/place.ts';
import { compositeOf } from './composite.ts';
import { scoresOf, type SegmentCuts } from './cuts.ts';
import { segmentBy } from './named-segments.ts';
import type { Scheme, ScoredCustomer, Tier } from './segment.ts';
import type { Weights } from './settings.ts';

export type ScoringRules = { cuts: SegmentCuts | null; scheme: Scheme; weights: Weights; today: string };

/**
 * A customer as pages show them. Scores are derived here and nowhere stored. Without cuts (the first payment is being
 * scored this moment) nobody has a score yet.
 */
export function scoreCustomer(customer: Customer, { cuts, scheme, weights, today }: ScoringRules): ScoredCustomer {
  const { measures, place, bornOn } = customer;
  const scores = measures && cuts && scoresOf(measures, cuts);
  return {
    ...customer,
    // The workspace's zone may have been changed to one where today is still yesterday.
    recencyDays: measures && Math.max(0, daysBetween(measures.lastPaidOn, today)),
    age: bornOn === null ? null : ageOn(today, bornOn),
    scores,
    segment: scores ? segmentBy(scheme, scores) : 'No Purchases',
    tier: tierOf(scores?.population ?? null),
    settlement: place && settlementClassOf(place.population),
    composite: scores && compositeOf(scores, weights),
  };
}

function tierOf(population: number | null): Tier {
  if (population === null) return 'unknown';
  if (population >= 4) return 'high';
  return population === 3 ? 'mid' : 'low';
}
