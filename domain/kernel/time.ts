import * as z from 'zod';

/** A calendar day, `YYYY-MM-DD`, in the workspace's time zone. */
export const Day = z.iso.date();
/** A moment, ISO 8601 in UTC. */
export const Moment = z.iso.datetime();

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** An IANA name such as `Europe/Oslo`. */
export const TimeZone = z.string().max(64).refine(isTimeZone, 'Unknown time zone').meta({ id: 'TimeZone' });

/** The calendar day of a moment, as a person in that zone would write it. */
export function dayIn(timeZone: string, moment: Date): string {
  // en-CA writes year-month-day.
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment,
  );
}

/** Whole days from one calendar day to another; negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
