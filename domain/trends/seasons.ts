import { dayNumber, dayOf } from '#domain/segments/payers.ts';
import type { History } from '#domain/segments/history.ts';
import type { SegmentName } from '#domain/segments/segment.ts';
import type { Seasons } from './trend.ts';

type Row = Seasons['segments'][number];

const keys = (count: number) => Array.from({ length: count }, (_, at) => ({ key: at + 1, payments: 0, counted: 0 }));
const emptyRow = (segment: SegmentName | null): Row => ({ segment, months: keys(12), weekdays: keys(7) });

/** The first day of the month, 23 months before the one of `today`: whole years, so that no month counts thrice. */
export function seasonsFrom(today: string): string {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - 23;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** 1970-01-01 was a Thursday; Monday is 1. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** When customers pay, by the segment each stands in today; the first row is of all. */
export function seasonsOf(
  { ids, starts, days, counted }: History,
  { today, segmentOf }: { today: string; segmentOf: (id: string) => SegmentName | null },
): Seasons {
  const from = seasonsFrom(today);
  const [first, last] = [dayNumber(from), dayNumber(today)];
  const all = emptyRow(null);
  const rows = new Map<SegmentName, Row>();
  for (const [at, id] of ids.entries()) {
    const segment = segmentOf(id);
    if (segment && !rows.has(segment)) rows.set(segment, emptyRow(segment));
    const counting = segment ? [all, rows.get(segment)!] : [all];
    for (let each = starts[at]!; each < starts[at + 1]!; each += 1) {
      const day = days[each]!;
      if (day < first || day > last) continue;
      const month = Number(dayOf(day).slice(5, 7));
      for (const row of counting) {
        for (const season of [row.months[month - 1]!, row.weekdays[weekdayOf(day) - 1]!]) {
          season.payments += 1;
          season.counted += counted[each]!;
        }
      }
    }
  }
  return { from, to: today, segments: [all, ...rows.values()] };
}
