import type { City } from './compile-towns.ts';

const large = 100_000;

/**
 * What tells towns of one name and country apart: in the United States the state, which everybody adds there, and
 * elsewhere the nearest large town. Empty where nothing has to.
 */
export function regionsOf(cities: readonly City[]): string[] {
  const largeOf = Map.groupBy(
    cities.filter(({ population }) => population >= large),
    ({ country }) => country,
  );
  const sharing = Map.groupBy(cities, nameOf);
  return cities.map((city) => {
    const isTaken = sharing.get(nameOf(city))!.some((other) => other.population > city.population);
    const near = isTaken ? nearestTo(city, largeOf.get(city.country) ?? []) : null;
    return [stateOf(city), near && `near ${near.name}`].filter(Boolean).join(', ');
  });
}

/** Of the letters by which the list names regions, only these are known to everybody. */
const stateOf = ({ country, adminCode }: City): string => (country === 'US' ? adminCode : '');
const nameOf = (city: City): string => `${city.country} ${stateOf(city)} ${city.name}`;

function nearestTo(city: City, towns: readonly City[]): City | null {
  const others = towns.filter(({ name }) => name !== city.name);
  const [first, ...rest] = others;
  if (!first) return null;
  return rest.reduce((best, town) => (distance(city, town) < distance(city, best) ? town : best), first);
}

/** Of use for comparing only: degrees of longitude are shorter the further from the equator. */
function distance({ loc: { coordinates: a } }: City, { loc: { coordinates: b } }: City): number {
  const shrink = Math.cos((a[1] * Math.PI) / 180);
  return ((a[0] - b[0]) * shrink) ** 2 + (a[1] - b[1]) ** 2;
}
