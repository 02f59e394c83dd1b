import type { History } from '#domain/segments/history.ts';
import { bytesOf, dayNumber, idBytes, type Payers, payersOf, placeIn, unknownDay } from '#domain/segments/payers.ts';

/** Where each customer of the history stands among the payers of today, or null. */
export const placesAmong = ({ ids }: History, payers: Payers): (number | null)[] =>
  ids.map((id) => placeIn(payers, id));

/**
 * The payers as they were at the end of a day: by the payments up to then, as they are known now, and with what is known
 * of each person today (`places` are those in `today`).
 */
export function payersOn(
  { ids, starts, days, counted }: History,
  { day, today, places }: { day: string; today: Payers; places: readonly (number | null)[] },
): Payers {
  const last = dayNumber(day);
  const there = ids.flatMap((id, at) => (days[starts[at]!]! <= last ? [{ id, at }] : []));
  const past = payersOf(there.length);
  for (const [to, { id, at }] of there.entries()) {
    const from = starts[at]!;
    let [end, differentDays, monetary] = [from, 0, 0];
    for (; end < starts[at + 1]! && days[end]! <= last; end += 1) {
      if (end === from || days[end] !== days[end - 1]) differentDays += 1;
      monetary += counted[end]!;
    }
    const place = places[at] ?? null;
    past.ids.set(bytesOf(id), to * idBytes);
    past.firstPaidOn[to] = days[from]!;
    past.lastPaidOn[to] = days[end - 1]!;
    past.days[to] = differentDays;
    past.frequency[to] = end - from;
    past.monetary[to] = monetary;
    past.market[to] = place === null ? NaN : today.market[place]!;
    past.bornOn[to] = place === null ? unknownDay : today.bornOn[place]!;
  }
  return past;
}
