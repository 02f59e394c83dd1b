import { dayIn } from './time.ts';

const hour = 3_600_000;

/**
 * The first moment of a calendar day in a zone. Looked for rather than reckoned: some zones change their clocks at
 * midnight, and then the day begins at one.
 */
export function startOfDay(timeZone: string, day: string): Date {
  const middle = Date.parse(`${day}T00:00:00Z`);
  let before = middle - 15 * hour;
  let begun = middle + 13 * hour;
  while (begun - before > 1000) {
    const between = Math.floor((before + begun) / 2000) * 1000;
    if (dayIn(timeZone, new Date(between)) >= day) begun = between;
    else before = between;
  }
  return new Date(begun);
}

export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10);
