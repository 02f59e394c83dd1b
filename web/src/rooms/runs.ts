import { daysBetween } from '#domain/kernel/time.ts';
import type { Entry, Line, Message } from '#domain/rooms/message.ts';
import { formatDay } from '#web/platform/format-moment.ts';

/**
 * The log as it is read, from top to bottom. What one person wrote shortly after each other is a run: one name above
 * it, one time below. Each message is a row of its own, so that none is made anew when its run grows at either end.
 */
export type Row =
  | { kind: 'day'; key: string; day: string }
  | { kind: 'new'; key: string }
  | { kind: 'line'; key: string; line: Line }
  | MessageRow;
export type MessageRow = { kind: 'message'; key: string; message: Message; opensRun: boolean; closesRun: boolean };

const pauseMs = 5 * 60_000;

/**
 * Names the calendar day of a moment in a zone. Made once for a log, and no minute is asked for twice: with every message
 * the days of all of them are wanted, and that many answers of a formatter take longer than all the rest.
 */
export function dayNamer(timeZone: string): (at: string) => string {
  // en-CA writes year-month-day.
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const days = new Map<string, string>();
  return (at) => {
    const minute = at.slice(0, 16);
    const day = days.get(minute) ?? format.format(new Date(at));
    days.set(minute, day);
    return day;
  };
}

/** By the clock of whoever reads. */
export const dayHere = dayNamer(Intl.DateTimeFormat().resolvedOptions().timeZone);

/** `newFrom`: the seq of the first entry the reader has not seen, or null. */
export function rowsOf(entries: readonly Entry[], dayOf: (at: string) => string, newFrom: number | null): Row[] {
  const rows: Row[] = [];
  let day = '';
  for (const entry of entries) {
    const entryDay = dayOf(entry.sentAt);
    if (entryDay !== day) rows.push({ kind: 'day', key: `day ${entryDay}`, day: entryDay });
    day = entryDay;
    if (entry.seq === newFrom) rows.push({ kind: 'new', key: 'new' });
    if (entry.kind === 'line') {
      rows.push({ kind: 'line', key: entry.id, line: entry });
      continue;
    }
    const before = rows.at(-1);
    const continuesRun = before?.kind === 'message' && continues(before.message, entry);
    if (continuesRun) before.closesRun = false;
    rows.push({ kind: 'message', key: entry.id, message: entry, opensRun: !continuesRun, closesRun: true });
  }
  return rows;
}

const continues = (before: Message, message: Message): boolean =>
  before.sender.id === message.sender.id && Date.parse(message.sentAt) - Date.parse(before.sentAt) < pauseMs;

/** A row that is made anew with each message mostly says what it said before. What a day is called changes at midnight. */
export function isSameRow(a: Row, b: Row): boolean {
  if (a.kind === 'line' && b.kind === 'line') return a.line === b.line;
  if (a.kind !== 'message' || b.kind !== 'message') return false;
  return a.message === b.message && a.opensRun === b.opensRun && a.closesRun === b.closesRun;
}

export function seqOf(row: Row): number | undefined {
  if (row.kind === 'line') return row.line.seq;
  return row.kind === 'message' ? row.message.seq : undefined;
}

/** "Today", "Yesterday", "20 Nov 2026". */
export function dayWord(day: string, today: string): string {
  const ago = daysBetween(day, today);
  if (ago === 0) return 'Today';
  return ago === 1 ? 'Yesterday' : formatDay(day);
}
