import type { Message } from '#domain/rooms/message.ts';
import { dayIn, daysBetween } from '#domain/kernel/time.ts';
import { formatDay } from '#web/platform/format-moment.ts';

/** Messages that one person wrote shortly after each other: one name above, one time below. */
export type Run = { messages: Message[] };
export type Day = { day: string; runs: Run[] };

const pauseMs = 5 * 60_000;

/** The stream as it is read: days in the viewer's zone, and in them runs. */
export function daysOf(messages: readonly Message[], timeZone: string): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const day = dayIn(timeZone, new Date(message.sentAt));
    if (days.at(-1)?.day !== day) days.push({ day, runs: [] });
    const { runs } = days.at(-1)!;
    const before = runs.at(-1)?.messages.at(-1);
    if (before && continues(before, message)) runs.at(-1)!.messages.push(message);
    else runs.push({ messages: [message] });
  }
  return days;
}

const continues = (before: Message, message: Message): boolean =>
  before.sender.id === message.sender.id && Date.parse(message.sentAt) - Date.parse(before.sentAt) < pauseMs;

/** "Today", "Yesterday", "20 Nov 2026". */
export function dayWord(day: string, timeZone: string, now: Date): string {
  const ago = daysBetween(day, dayIn(timeZone, now));
  if (ago === 0) return 'Today';
  return ago === 1 ? 'Yesterday' : formatDay(day);
}
