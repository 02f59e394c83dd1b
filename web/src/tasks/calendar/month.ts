import * as z from 'zod';
import type { Task } from '#domain/tasks/task.ts';

/** `YYYY-MM`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export type Month = z.infer<typeof Month>;

const dayMs = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

export const monthOf = (day: string): Month => day.slice(0, 7);

/** `by` months later; negative: earlier. */
export function shifted(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Whole weeks that hold the month. `firstWeekday`: 1 Monday to 7 Sunday, as Intl.Locale says it. */
export function weeksOf(month: Month, firstWeekday: number): string[][] {
  const first = utc(`${month}-01`);
  const last = utc(`${shifted(month, 1)}-01`) - dayMs;
  const weekday = new Date(first).getUTCDay() || 7;
  const weeks: string[][] = [];
  for (let start = first - ((weekday - firstWeekday + 7) % 7) * dayMs; start <= last; start += 7 * dayMs)
    weeks.push(Array.from({ length: 7 }, (_, at) => dayOf(start + at * dayMs)));
  return weeks;
}

/** In the order of the list, each under its day. */
export function byDay(tasks: readonly Task[]): Map<string, Task[]> {
  const days = new Map<string, Task[]>();
  for (const task of tasks) {
    if (task.dueOn === null) continue;
    days.set(task.dueOn, [...(days.get(task.dueOn) ?? []), task]);
  }
  return days;
}

/** The reader's first day of the week; Monday where the browser does not know. */
export function firstWeekdayOf(locale: string): number {
  const { getWeekInfo } = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return getWeekInfo?.call(new Intl.Locale(locale)).firstDay ?? 1;
}
