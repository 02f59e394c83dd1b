import { readCountry } from '#domain/places/country-text.ts';
import type { Place } from '#domain/places/place.ts';

/** The largest town of this name, and how many have it; of one country or of all. */
export type FindTown = (name: string, country: string | null) => { place: Place; of: number } | null;

export type Read<T> = { value: T; detail?: undefined } | { value?: undefined; detail: string };

export function countryOf(text: string): Read<string> {
  const country = readCountry(text);
  return country === null ? { detail: 'Not a country' } : { value: country };
}

/** "Bergen", with its country in a column of its own, or "Bergen, Norway". */
export function townOf(text: string, country: string | null, findTown: FindTown): Read<Place> {
  const whole = findTown(text, country);
  if (whole) return { value: whole.place };
  const [name = '', written = '', ...more] = text.split(',');
  const named = more.length === 0 ? readCountry(written) : null;
  const found = named !== null && (country ?? named) === named ? findTown(name, named) : null;
  if (found) return { value: found.place };
  return { detail: country === null ? 'No town of this name' : `No town of this name in ${country}` };
}
