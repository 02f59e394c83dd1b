import { dayNumber, dayOf } from '#domain/segments/payers.ts';

const weeks = 53;

/** The days at whose end the past is looked at, the oldest first: each a week after the one before, the last a week ago. */
export const weekEnds = (today: string): string[] =>
  Array.from({ length: weeks }, (_, at) => dayOf(dayNumber(today) - 7 * (weeks - at)));
