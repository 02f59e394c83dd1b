import type { Place } from '#domain/places/place.ts';
import type { CustomersAtPlace } from '#domain/places/routes.ts';
import { countOf, placeIn } from '#domain/segments/payers.ts';
import type { ViewBasis } from '#functions/segments/view-basis.ts';
import type { SystemWork } from '#functions/work.ts';
import { pointsOf } from './find-towns.ts';

const most = 500;

type Lived = { place: Place; country: string; customers: number; monetary: number };

/** Counts the customers with a payment by where they live, and keeps it. */
export async function makePlaces(
  { places }: Pick<SystemWork, 'places'>,
  { payers, placed }: Pick<ViewBasis, 'payers' | 'placed'>,
): Promise<void> {
  const lived = placed.flatMap(({ id, place }): Lived[] => {
    const at = placeIn(payers, id);
    return at === null ? [] : [{ place, country: place.country, customers: 1, monetary: payers.monetary[at]! }];
  });
  const countries = summed(lived, ({ country }) => country);
  const fullest = summed(lived, keyOf).slice(0, most);
  await places.write({
    places: await onTheMap(fullest),
    countries: countries.map(({ country, customers, monetary }) => ({ country, customers, monetary })),
    unplaced: countOf(payers) - lived.length,
    payers: countOf(payers),
  });
}

/** Smaller places of one country and size have no name, and stand as one. */
const keyOf = ({ place: { townId, country, population } }: Lived): string => `${townId ?? `${country} ${population}`}`;

/** The fullest first. */
function summed(lived: readonly Lived[], key: (each: Lived) => string): Lived[] {
  const groups = [...Map.groupBy(lived, key).values()];
  return groups
    .map((group) => ({
      ...group[0]!,
      customers: group.length,
      monetary: group.reduce((sum, { monetary }) => sum + monetary, 0),
    }))
    .toSorted((a, b) => b.customers - a.customers || b.monetary - a.monetary || (key(a) < key(b) ? -1 : 1));
}

async function onTheMap(lived: readonly Lived[]): Promise<CustomersAtPlace[]> {
  const ids = lived.flatMap(({ place: { townId } }) => townId ?? []);
  const points = ids.length > 0 ? await pointsOf(ids) : null;
  return lived.map(({ place, customers, monetary }) => {
    const at = (place.townId !== null && points?.get(place.townId)) || null;
    return { place, at, customers, monetary };
  });
}
