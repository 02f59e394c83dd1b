import { countries } from '#domain/places/countries.ts';
import { type Place, type PlaceChoice, type VillageSize, villages } from '#domain/places/place.ts';
import { countryName } from '#web/platform/country-name.ts';

/** "Portland, Oregon, United States", "A place of fewer than 500 people, Norway". */
export function placeWords(place: Place): string {
  const { townId, name, region, country } = place;
  const own = townId === null ? `A place of ${lowerFirst(sizeNames[sizeOf(place)])}` : name;
  return [own, region, countryName(country)].filter((word) => word !== '').join(', ');
}

/** "2,841 people", "1 person". */
export const peopleWords = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'person' : 'people'}`;

export const sizeNames: Record<VillageSize, string> = {
  'under 500': 'Fewer than 500 people',
  '500-2k': '500 to 2,000 people',
  '2-5k': '2,000 to 5,000 people',
};

export const smallerPlace = (country: string, size: VillageSize): Place => ({
  townId: null,
  name: '',
  region: '',
  country,
  population: villages[size],
});

/** Of a smaller place, by how many were counted for it. */
export const sizeOf = ({ population }: Place): VillageSize => {
  if (population <= villages['under 500']) return 'under 500';
  return population <= villages['500-2k'] ? '500-2k' : '2-5k';
};

/** One place of a list. */
export const keyOf = ({ townId, country, population }: Place): string =>
  townId === null ? `${country} ${population}` : String(townId);

export const choiceOf = (place: Place): PlaceChoice =>
  place.townId === null
    ? { kind: 'smaller', country: place.country, size: sizeOf(place) }
    : { kind: 'town', townId: place.townId };

/** For a select, by their names. */
export const countryOptions = countries
  .map((value) => ({ value, label: countryName(value) }))
  .toSorted((one, other) => one.label.localeCompare(other.label));

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
