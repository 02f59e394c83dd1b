import * as z from 'zod';
import { Version } from '#domain/kernel/ids.ts';
import { Day, daysBetween } from '#domain/kernel/time.ts';
import { PlaceChoice } from '#domain/places/place.ts';

/** What staff say about a customer; what is left out stays as it is, null takes it away. */
export const CustomerFacts = z
  .strictObject({ place: PlaceChoice.nullable().optional(), bornOn: Day.nullable().optional(), version: Version })
  .meta({ id: 'CustomerFacts' });
export type CustomerFacts = z.infer<typeof CustomerFacts>;

const oldest = 120;

/** Whole years; `today` is the workspace's calendar day. */
export function ageOn(today: string, bornOn: string): number {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return today.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** Why nobody can have been born on that day; null when somebody can. */
export function whyNotBornOn(bornOn: string, today: string): string | null {
  if (daysBetween(bornOn, today) < 0) return 'This day is in the future';
  return ageOn(today, bornOn) > oldest ? `More than ${oldest} years ago` : null;
}
