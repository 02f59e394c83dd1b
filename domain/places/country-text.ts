import { countries } from './countries.ts';
import { placeKey } from './place-key.ts';

/** The languages whose names of columns an import knows too. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'da', 'nb', 'sv', 'fi', 'hi', 'gu'];
const alsoCalled: Record<string, string> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  usa: 'US',
  america: 'US',
  'united states of america': 'US',
  holland: 'NL',
  'czech republic': 'CZ',
  uae: 'AE',
};

let known: Map<string, string> | null = null;

/** The code of a country by its code or its name in one of the languages; null for what is none. */
export function readCountry(text: string): string | null {
  known ??= everyName();
  return known.get(placeKey(text)) ?? null;
}

function everyName(): Map<string, string> {
  const names = new Map(Object.entries(alsoCalled));
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region' });
    for (const code of countries) names.set(placeKey(display.of(code) ?? code), code);
  }
  // Last: a code is never a name of another country.
  for (const code of countries) names.set(placeKey(code), code);
  return names;
}
