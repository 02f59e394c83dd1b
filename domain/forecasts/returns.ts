import type { History } from '#domain/segments/history.ts';

const share = 0.9;

/** Within how many days of their first purchase nine of ten repeaters had come back; null without a repeater. */
export function quietAfterDays({ starts, days }: Pick<History, 'starts' | 'days'>): number | null {
  const waits: number[] = [];
  for (let at = 0; at + 1 < starts.length; at += 1) {
    const own = days.subarray(starts[at], starts[at + 1]);
    const second = own.find((day) => day > own[0]!);
    if (second !== undefined) waits.push(second - own[0]!);
  }
  waits.sort((a, b) => a - b);
  return waits[Math.ceil(share * waits.length) - 1] ?? null;
}
