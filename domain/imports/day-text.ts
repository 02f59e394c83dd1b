import * as z from 'zod';
import { Day } from '#domain/kernel/time.ts';

/** How a file writes days. Year-month-day is understood in every file, whatever else it holds. */
export const DateForm = z.enum(['year-month-day', 'day.month.year', 'day/month/year', 'month/day/year']);
export type DateForm = z.infer<typeof DateForm>;

// A time of day may follow: the day is the one that is written.
const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:[AP]M|Z|UTC|[+-]\d{2}:?\d{2}))?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${time}$`, 'i');
const yearLast: Record<Exclude<DateForm, 'year-month-day'>, RegExp> = {
  'day.month.year': new RegExp(String.raw`^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})${time}$`, 'i'),
  'day/month/year': new RegExp(String.raw`^(?<day>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{4})${time}$`, 'i'),
  'month/day/year': new RegExp(String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})${time}$`, 'i'),
};

/** The calendar day a text means; null when it is none. */
export function readDay(text: string, form: DateForm): string | null {
  const first = yearFirst.exec(text);
  if (first) return asDay(first[1]!, first[2]!, first[3]!);
  if (form === 'year-month-day') return null;
  const parts = yearLast[form].exec(text)?.groups;
  return parts ? asDay(parts['year']!, parts['month']!, parts['day']!) : null;
}

function asDay(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Day.safeParse(text).success ? text : null;
}

/** The form in which most of a column are days; null when two fit equally well and mean different days. */
export function guessDateForm(texts: readonly string[]): DateForm | null {
  const days = DateForm.options.map((form) => {
    const read = texts.map((text) => readDay(text, form));
    return { form, read, count: read.filter((day) => day !== null).length };
  });
  const most = Math.max(...days.map(({ count }) => count));
  const best = days.filter(({ count }) => count === most);
  const [first] = best;
  const isSame = best.every(({ read }) => read.every((day, at) => day === first!.read[at]));
  return isSame && most > 0 ? first!.form : null;
}
