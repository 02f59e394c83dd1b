import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measuresOf } from '#domain/segments/measure.ts';
import { historyOf } from '#domain/segments/history.ts';
import { segmentBy } from '#domain/segments/named-segments.ts';
import { scoresOf } from '#domain/segments/cuts.ts';
import { dayNumber, dayOf, measuresAt, type Payers, payersOf, placeIn, withMeasures } from '#domain/segments/payers.ts';
import { type Scheme, segmentsOf } from '#domain/segments/segment.ts';
import { usualSettings } from '#domain/segments/settings.ts';
import { summarise } from '#domain/segments/summarise.ts';
import { movementOf, movesBetween } from './movement.ts';
import { payersOn, placesAmong } from './past-payers.ts';
import { seasonsFrom, seasonsOf } from './seasons.ts';
import { weekEnds } from './weeks.ts';

const today = '2026-11-22';
const people = Array.from({ length: 6 }, (_, at) => `0193f0a0-0000-7000-8000-00000000000${at}`);
const somePayments = fc.array(
  fc.record({
    id: fc.uuid(),
    customerId: fc.constantFrom(...people),
    paidOn: fc.integer({ min: dayNumber('2024-06-01'), max: dayNumber(today) }).map(dayOf),
    counted: fc.integer({ min: 0, max: 500_00 }),
  }),
  { maxLength: 40 },
);
type Paid = { id: string; customerId: string; paidOn: string; counted: number };

const facts = { market: 2.5, bornOn: '1980-02-29' };
const payersWho = (payments: Paid[]): Payers =>
  withMeasures(
    payersOf(0),
    new Map(
      people.map((id) => [
        id,
        measuresOf(
          payments.filter(({ customerId }) => customerId === id),
          facts,
        ),
      ]),
    ),
  );
const historyWith = (payments: Paid[]) =>
  historyOf(payments.map(({ paidOn, ...payment }) => ({ ...payment, day: dayNumber(paidOn) })));
const standingOn = (payers: Payers, day: string) => {
  const { cuts } = summarise(payers, { bins: usualSettings.bins, today: day });
  return cuts && { payers, cuts };
};

describe('where everybody stood at an earlier day', () => {
  test('is what their payments up to that day say', () => {
    fc.assert(
      fc.property(somePayments, fc.constantFrom(...weekEnds(today)), (payments, day) => {
        const now = payersWho(payments);
        const history = historyWith(payments);
        const past = payersOn(history, { day, today: now, places: placesAmong(history, now) });
        expect(past).toEqual(payersWho(payments.filter(({ paidOn }) => paidOn <= day)));
      }),
    );
  });

  test('is looked at once a week for a year, the last time a week ago', () => {
    const days = weekEnds('2026-03-02');
    expect([days[0], days.at(-1), days.length]).toEqual(['2025-02-24', '2026-02-23', 53]);
  });
});

describe.each<Scheme>(['eleven', 'four'])('who moved, in the scheme of %s', (scheme) => {
  test('is everybody whose segment is another one, and each segment counts them', () => {
    fc.assert(
      fc.property(somePayments, (payments) => {
        const day = '2026-11-15';
        const before = standingOn(payersWho(payments.filter(({ paidOn }) => paidOn <= day)), day);
        const now = standingOn(payersWho(payments), today);
        const nameOf = (standing: typeof now, id: string) => {
          const at = standing && placeIn(standing.payers, id);
          return at === null || !standing
            ? 'No Purchases'
            : segmentBy(scheme, scoresOf(measuresAt(standing.payers, at), standing.cuts));
        };
        const slow = people
          .map((id) => ({ id, from: nameOf(before, id), to: nameOf(now, id) }))
          .filter(({ from, to }) => from !== to);
        const moves = [...movesBetween(before, now, scheme)];
        expect(moves.map(({ id, from, to }) => ({ id, from, to }))).toEqual(slow);
        expect(movementOf(moves, scheme)).toEqual(
          segmentsOf(scheme).map((segment) => ({
            segment,
            in: slow.filter(({ to }) => to === segment).length,
            out: slow.filter(({ from }) => from === segment).length,
          })),
        );
      }),
    );
  });
});

describe('F254 when customers buy', () => {
  test('covers whole years up to this month, also across the turn of a year', () => {
    expect(['2026-11-22', '2026-12-01', '2026-01-31'].map(seasonsFrom)).toEqual([
      '2024-12-01',
      '2025-01-01',
      '2024-02-01',
    ]);
  });

  test('counts each payment of the time in its month and on its weekday, of its segment and of all', () => {
    fc.assert(
      fc.property(somePayments, (payments) => {
        const segmentOf = (id: string) => (id === people[0] ? null : id < people[3]! ? 'Promising' : 'Champions');
        const { from, segments } = seasonsOf(historyWith(payments), { today, segmentOf });
        const within = payments.filter(({ paidOn }) => paidOn >= from);
        for (const { segment, months, weekdays } of segments) {
          const own = within.filter(({ customerId }) => segment === null || segmentOf(customerId) === segment);
          const sumOf = (some: Paid[]) => some.reduce((sum, { counted }) => sum + counted, 0);
          const expected = (key: number, keyOf: (day: string) => number) => {
            const some = own.filter(({ paidOn }) => keyOf(paidOn) === key);
            return { key, payments: some.length, counted: sumOf(some) };
          };
          expect(months).toEqual(months.map(({ key }) => expected(key, (day) => Number(day.slice(5, 7)))));
          expect(weekdays).toEqual(weekdays.map(({ key }) => expected(key, (day) => new Date(day).getUTCDay() || 7)));
        }
        expect(segments[0]!.segment).toBeNull();
      }),
    );
  });
});
