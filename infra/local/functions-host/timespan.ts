/** Reads what host.json calls a TimeSpan: `[days.]hh:mm:ss[.fraction]`. Answers milliseconds, or null. */
export function parseTimeSpan(text: string): number | null {
  const parts = /^(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2}(?:\.\d{1,7})?)$/.exec(text.trim());
  if (!parts) return null;

  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds >= 60) return null;
  return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
}
