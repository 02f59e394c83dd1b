import { dayNumber, type Payers, payersOf, unknownDay } from '#domain/segments/payers.ts';

export type SomePayer = {
  recencyDays: number;
  frequency: number;
  monetary: number;
  market?: number | null;
  age?: number | null;
};

/** The payers that these figures make, as of a day. */
export function makePayers(day: string, customers: readonly SomePayer[]): Payers {
  const payers = payersOf(customers.length);
  const today = dayNumber(day);
  for (const [at, { recencyDays, frequency, monetary, market = null, age = null }] of customers.entries()) {
    payers.ids[at * 16 + 15] = at;
    payers.firstPaidOn[at] = today - recencyDays;
    payers.lastPaidOn[at] = today - recencyDays;
    payers.days[at] = 1;
    payers.frequency[at] = frequency;
    payers.monetary[at] = monetary;
    payers.market[at] = market ?? NaN;
    payers.bornOn[at] = age === null ? unknownDay : today - Math.round(age * 365.2425);
  }
  return payers;
}
