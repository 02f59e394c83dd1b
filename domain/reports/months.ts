import { startOfDay } from '#domain/kernel/list-days.ts';
import { dayIn } from '#domain/kernel/time.ts';

type Range = { from: string; to: string };

/** `YYYY-MM` of every month the days lie in. */
export function monthsOf({ from, to }: Range): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month)) months.push(month);
  return months;
}

/** Of a month or a day. */
function monthAfter(day: string): string {
  const [year, number] = day.split('-').map(Number);
  return new Date(Date.UTC(year!, number)).toISOString().slice(0, 7);
}

/** The days of a month that lie in a range. */
export function daysOfMonth(month: string, { from, to }: Range): Range {
  const last = new Date(Date.parse(`${monthAfter(month)}-01T00:00:00Z`) - 1).toISOString().slice(0, 10);
  return { from: from > `${month}-01` ? from : `${month}-01`, to: to < last ? to : last };
}

/** The days of UTC in the middle of which a month of that zone begins: of their moments the month is not yet known. */
export const daysOfTwoMonths = (timeZone: string, range: Range): string[] =>
  // West of Greenwich the last evening of the range lies in the next month of UTC.
  [...monthsOf(range), monthAfter(range.to)]
    .map((month) => startOfDay(timeZone, `${month}-01`).toISOString())
    .filter((begins) => !begins.endsWith('T00:00:00.000Z'))
    .map((begins) => begins.slice(0, 10));

/** The month of `YYYY-MM` or, in that zone, of a minute of UTC, `YYYY-MM-DDTHH:MM`. */
export const monthOf = (timeZone: string, key: string): string =>
  key.length === 7 ? key : dayIn(timeZone, new Date(`${key}:00Z`)).slice(0, 7);
