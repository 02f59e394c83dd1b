import type { FindTown } from '#domain/imports/town-text.ts';
import type { Place } from '#domain/places/place.ts';
import { placeKey } from '#domain/places/place-key.ts';
import { openTowns, type Towns } from './town-file.ts';

const shown = 8;

/** The largest towns whose name begins so. One whose whole name was written is never left out for a larger one. */
export async function searchTowns(text: string, country?: string): Promise<Place[]> {
  const towns = await openTowns();
  const key = placeKey(text);
  if (key === '') return [];
  const whole = largestOf(towns, townsBetween(towns, key, endOf(key), country));
  const begun = largestOf(towns, townsBetween(towns, key, `${key}\uffff`, country));
  const found = [...new Set([...whole, ...begun])].slice(0, shown);
  return largestOf(towns, found).map((at) => placeAt(towns, at));
}

/** Finds towns by their whole names, many at a time. */
export async function townFinder(): Promise<FindTown> {
  const towns = await openTowns();
  return (text, country) => {
    const key = placeKey(text);
    const [largest, ...others] = townsBetween(towns, key, endOf(key), country ?? undefined);
    return largest === undefined ? null : { place: placeAt(towns, largest), of: others.length + 1 };
  };
}

export async function townOf(id: number): Promise<Place | null> {
  const towns = await openTowns();
  const at = placeOf(towns, id);
  return at === null ? null : placeAt(towns, at);
}

/** The first few by their size; sorting all the thousands that begin with one letter would take ten times as long. */
function largestOf({ population }: Towns, found: Iterable<number>): number[] {
  const largest: number[] = [];
  for (const at of found) {
    const before = largest.findLastIndex((other) => population[other]! >= population[at]!) + 1;
    if (before < shown) largest.splice(before, 0, at);
    if (largest.length > shown) largest.pop();
  }
  return largest;
}

/** Right after the key itself, before all that only begin so. */
const endOf = (key: string): string => `${key}\u0000`;

/** Longitude and latitude of each of the towns that are known. */
export async function pointsOf(ids: readonly number[]): Promise<Map<number, [number, number]>> {
  const towns = await openTowns();
  return new Map(
    ids.flatMap((id) => {
      const at = placeOf(towns, id);
      return at === null ? [] : [[id, [rounded(towns.longitude[at]!), rounded(towns.latitude[at]!)]]];
    }),
  );
}

/** Some ten metres, without what short fractions leave behind. */
const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

/** Each town with a key from `from` on and before `to`, once. */
function townsBetween({ keys, keyTowns, country, countries }: Towns, from: string, to: string, of?: string): number[] {
  const found = new Set<number>();
  const code = of === undefined ? -1 : countries.indexOf(of);
  if (of !== undefined && code < 0) return [];
  for (let at = firstFrom(keys, from); at < keys.length && keys[at]! < to; at += 1) {
    const town = keyTowns[at]!;
    if (code < 0 || country[town] === code) found.add(town);
  }
  return [...found];
}

function placeAt({ ids, names, regions, countries, country, population }: Towns, at: number): Place {
  return {
    townId: ids[at]!,
    name: names[at]!,
    region: regions[at]!,
    country: countries[country[at]!]!,
    population: population[at]!,
  };
}

function placeOf({ ids }: Towns, id: number): number | null {
  const at = firstFrom(ids, id);
  return ids[at] === id ? at : null;
}

/** Where the first stands that is not below `wanted`. */
function firstFrom<T extends number | string>(rising: ArrayLike<T>, wanted: T): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
