import { formatMoney } from '#domain/kernel/money.ts';
import type { Scheme } from '#domain/segments/segment.ts';
import { type ScoreName, ScoreName as scoreName } from '#domain/segments/scores.ts';
import { type Bins, SegmentSettings } from '#domain/segments/settings.ts';
import { countryName } from '#web/platform/country-name.ts';
import type { ConflictField } from '#web/platform/conflict.tsx';

/** A number field holds a text while it is empty. */
export type TypedNumber = number | string;
export type Binned = keyof Bins;

export type SettingsValues = {
  scheme: Scheme;
  weights: Record<ScoreName, TypedNumber>;
  bins: Record<Binned, TypedNumber[] | null>;
  incomes: { country: string; income: TypedNumber }[];
};

export const TypedSettings = SegmentSettings.omit({ version: true });

export const valuesOf = ({ scheme, weights, bins, incomes }: SegmentSettings): SettingsValues => ({
  scheme,
  weights,
  bins,
  incomes,
});

export const labels = {
  scheme: 'Segments',
  weights: 'Weights',
  bins: 'Steps of the scores',
  incomes: 'Income per country',
} as const satisfies Record<keyof SettingsValues, string>;
const fields = Object.keys(labels) as (keyof SettingsValues)[];

export const schemeNames: Record<Scheme, string> = {
  eleven: 'Eleven segments, from VIP Customer to Hibernating',
  four: 'Four segments: VIP, Loyal, At-Risk and New Customer',
};

export const scoreNames = {
  recency: 'Recency',
  frequency: 'Frequency',
  monetary: 'Monetary',
  population: 'Population',
} as const satisfies Record<ScoreName, string>;
export const allScores = scoreName.options;

export const sumOf = (weights: SettingsValues['weights']): number =>
  allScores.reduce((sum, name) => sum + Number(weights[name]), 0);

/** What somebody typed, over what stands now. */
export const keepTyped = (base: SettingsValues, typed: SettingsValues, now: SettingsValues): SettingsValues => ({
  ...now,
  ...Object.fromEntries(typedFields(base, typed).map((field) => [field, typed[field]])),
});

/** The parts somebody typed that stand otherwise now. */
export const conflictsIn = (
  base: SettingsValues,
  { typed, now, currency }: { typed: SettingsValues; now: SettingsValues; currency: string },
): ConflictField[] =>
  typedFields(base, typed)
    .filter((field) => !isSame(typed[field], now[field]))
    .map((field) => ({
      label: labels[field],
      mine: words(typed, currency)[field],
      theirs: words(now, currency)[field],
    }));

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const typedFields = (base: SettingsValues, typed: SettingsValues): (keyof SettingsValues)[] =>
  fields.filter((field) => !isSame(typed[field], base[field]));

const words = ({ scheme, weights, bins, incomes }: SettingsValues, currency: string) => ({
  scheme: schemeNames[scheme],
  weights: allScores.map((name) => `${scoreNames[name]} ${weights[name]} %`).join(', '),
  bins: (['recency', 'frequency', 'monetary'] as const)
    .map((name) => `${scoreNames[name]} ${stepWords(name, bins[name], currency)}`)
    .join('; '),
  incomes: incomes.map(({ country, income }) => `${countryName(country)} ${income}`).join(', ') || 'As published',
});

function stepWords(name: Binned, steps: TypedNumber[] | null, currency: string): string {
  if (!steps) return 'by rank';
  if (name !== 'monetary') return steps.join(', ');
  return steps.map((amount) => formatMoney({ amount: Number(amount), currency })).join(', ');
}
