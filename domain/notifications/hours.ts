import { dayAfter } from '#domain/kernel/list-days.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { NotificationSettings } from './notification.ts';

type QuietHours = NonNullable<NotificationSettings['quietHours']>;

const minute = 60_000;
const hour = 60 * minute;

/** "22:05", as a clock on the wall there says. */
const clockIn = (timeZone: string, moment: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);

/**
 * When the clock on the wall comes to a time on a day. Looked for rather than reckoned: where the clocks are put
 * forward past it, it is the moment at which they are.
 */
export function momentOf(timeZone: string, day: string, clock: string): Date {
  const wanted = `${day} ${clock}`;
  const middle = Date.parse(`${day}T${clock}:00Z`);
  let before = middle - 16 * hour;
  let come = middle + 16 * hour;
  while (come - before > minute) {
    const between = Math.floor((before + come) / 2 / minute) * minute;
    const said = `${dayIn(timeZone, new Date(between))} ${clockIn(timeZone, new Date(between))}`;
    if (said >= wanted) come = between;
    else before = between;
  }
  return new Date(come);
}

/** The next time the clock there comes to it; now does not count. */
function nextMomentOf(timeZone: string, clock: string, now: Date): Date {
  const today = dayIn(timeZone, now);
  return momentOf(timeZone, clockIn(timeZone, now) < clock ? today : dayAfter(today), clock);
}

/** From 22:00 to 07:00 goes past midnight; from a time to itself is never. */
function isWithin({ from, to }: QuietHours, clock: string): boolean {
  return from < to ? from <= clock && clock < to : from !== to && (clock >= from || clock < to);
}

/** When the quiet hours that `now` lies in are over; null outside them. */
export function quietUntil(hours: QuietHours | null, now: Date): Date | null {
  if (hours === null || !isWithin(hours, clockIn(hours.timeZone, now))) return null;
  return nextMomentOf(hours.timeZone, hours.to, now);
}

const dailyAt = '08:00';

/** When the mail about what comes now is sent; never in the quiet hours. `timeZone` is for who has none of them. */
export function mailAt({ digest, quietHours }: NotificationSettings, now: Date, timeZone: string): Date {
  const zone = quietHours?.timeZone ?? timeZone;
  const at = {
    soon: () => new Date(now.getTime() + 10 * minute),
    hourly: () => new Date(Math.floor(now.getTime() / hour) * hour + hour),
    daily: () => nextMomentOf(zone, dailyAt, now),
  }[digest]();
  return quietUntil(quietHours, at) ?? at;
}
