export type MomentStyle = 'day' | 'time' | 'day-time' | 'ago' | 'exact';

const styles: Record<Exclude<MomentStyle, 'ago'>, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'day-time': { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  exact: { dateStyle: 'full', timeStyle: 'long' },
};

/** "20 Nov 2026", "10:42", "20 Nov, 10:42", "12 min ago"; the zone is the viewer's unless said. */
export function formatMoment(at: string, style: MomentStyle, now = new Date(), timeZone?: string): string {
  if (style === 'ago') return ago(now.getTime() - Date.parse(at)) ?? formatMoment(at, 'day', now, timeZone);
  return formatOf(style, timeZone).format(new Date(at));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: to make one costs more than a hundred moments. */
function formatOf(style: Exclude<MomentStyle, 'ago'>, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${style} ${timeZone}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...styles[style], ...(timeZone && { timeZone }) });
  formats.set(key, format);
  return format;
}

/** A calendar day as "20 Nov 2026": it has no zone, so none may move it. */
export const formatDay = (day: string): string => formatMoment(`${day}T00:00:00Z`, 'day', new Date(), 'UTC');

function ago(ms: number): string | null {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  if (minutes < 48 * 60) return 'Yesterday';
  return null;
}
