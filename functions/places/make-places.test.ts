import { describe, expect, test } from 'vitest';
import type { Place } from '#domain/places/place.ts';
import { payersOf, withMeasures } from '#domain/segments/payers.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { makePlaces } from './make-places.ts';
import { readPlaces } from './read-places.ts';

const oslo: Place = { townId: 3143244, name: 'Oslo', region: '', country: 'NO', population: 580_000 };
const berlin: Place = { townId: 2950159, name: 'Berlin', region: '', country: 'DE', population: 3_426_354 };
const village: Place = { townId: null, name: '', region: '', country: 'NO', population: 1000 };

/** Everybody's spend, and where they live. */
const basisOf = (customers: { monetary: number | null; place: Place | null }[]) => {
  const known = customers.map((customer) => ({ ...customer, id: crypto.randomUUID() }));
  const paid = known.flatMap(({ id, monetary }) =>
    monetary === null ? [] : [[id, make.measures({ monetary })] as const],
  );
  return {
    payers: withMeasures(payersOf(0), new Map(paid)),
    placed: known.flatMap(({ id, place }) => (place ? [{ id, place }] : [])),
  };
};

describe('F250 where customers live', () => {
  test(
    'is counted by town and by country, the fullest first, and only of those who have paid',
    withCrm(async (crm) => {
      await makePlaces(
        crm.system(),
        basisOf([
          { monetary: 1000, place: berlin },
          { monetary: 500, place: berlin },
          { monetary: 9000, place: oslo },
          { monetary: 10, place: village },
          { monetary: 20, place: village },
          { monetary: 700, place: null },
          { monetary: null, place: oslo },
        ]),
      );
      const { places, ...rest } = await readPlaces(await crm.work('employee'));
      expect(places.map(({ place, customers, monetary }) => [place.name, customers, monetary])).toEqual([
        ['Berlin', 2, 1500],
        ['', 2, 30],
        ['Oslo', 1, 9000],
      ]);
      expect(places.map(({ at }) => at)).toEqual([[13.4105, 52.5244], null, [10.7461, 59.9127]]);
      expect(rest).toEqual({
        countries: [
          { country: 'NO', customers: 3, monetary: 9030 },
          { country: 'DE', customers: 2, monetary: 1500 },
        ],
        unplaced: 1,
        payers: 6,
      });
    }),
  );

  test(
    'shows at most 500 places, and all countries',
    withCrm(async (crm) => {
      const many = Array.from({ length: 600 }, (_, at) => ({
        monetary: 100,
        place: { ...village, population: at + 1, country: at === 599 ? 'IS' : 'NO' },
      }));
      await makePlaces(crm.system(), basisOf(many));
      const { places, countries, payers } = await readPlaces(await crm.work('manager'));
      expect([places.length, countries.length, payers]).toEqual([500, 2, 600]);
    }),
  );

  test(
    'is nowhere until it was counted for the first time',
    withCrm(async (crm) => {
      const nobody = { places: [], countries: [], unplaced: 0, payers: 0 };
      expect(await readPlaces(await crm.work('admin'))).toEqual(nobody);
      await makePlaces(crm.system(), basisOf([]));
      expect(await readPlaces(await crm.work('admin'))).toEqual(nobody);
    }),
  );
});
