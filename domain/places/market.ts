import incomes from './income-per-head.json' with { type: 'json' };
import type { Place } from './place.ts';

/** What a business says about a country, in the place of the published figure. */
export type IncomeOverride = { country: string; income: number };

/** GDP per head at purchasing power parity, in international dollars (World Bank by Gapminder, 2022). Null if unknown. */
export function incomeOf(country: string, overrides: readonly IncomeOverride[] = []): number | null {
  const own = overrides.find((each) => each.country === country);
  return own?.income ?? (incomes as Record<string, number>)[country] ?? null;
}

/** Only shifts the scale: a country of this income adds nothing. */
const middleIncome = 17_000;

/**
 * How large and how rich the market of a place is: ln(population) + ln(income per head / 17,000), to nine decimals.
 * Null without a place or an income: it is never made up.
 */
export function marketOf(place: Place | null, overrides: readonly IncomeOverride[] = []): number | null {
  const income = place && incomeOf(place.country, overrides);
  if (!place || income === null) return null;
  return Math.round((Math.log(place.population) + Math.log(income / middleIncome)) * 1e9) / 1e9;
}
