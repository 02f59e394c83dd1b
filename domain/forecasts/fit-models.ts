import { type Currency, decimalsOf } from '#domain/kernel/money.ts';
import { countOf, type Payers } from '#domain/segments/payers.ts';
import { type Buyers, fitBgNbd, repeatChances, together } from './bg-nbd.ts';
import { boughtBy } from './customer-forecast.ts';
import type { BgNbd, Forecast } from './forecast.ts';
import { fitGammaGamma } from './gamma-gamma.ts';

/** Four parameters cannot be told from fewer. */
export const fewestRepeaters = 20;
const mostSampled = 20_000;
/** The last bar of the fit: so many repeats or more. */
const mostRepeats = 7;

type Fitted = Pick<Forecast, 'customers' | 'repeaters' | 'bgNbd' | 'gammaGamma' | 'reason' | 'fit'>;

/** Fits both models to the payers as they stand on a day (since 1970-01-01). */
export function fitModels(payers: Payers, day: number, currency: Currency): Fitted {
  const customers = countOf(payers);
  const repeaters = payers.days.filter((days) => days > 1).length;
  const none = { customers, repeaters, bgNbd: null, gammaGamma: null, fit: [] };
  if (repeaters < fewestRepeaters) return { ...none, reason: tooFew(repeaters) };

  const sample = sampleOf(customers);
  const bgNbd = fitBgNbd(buyersAmong(payers, sample, day));
  const gammaGamma = fitGammaGamma(spendersAmong(payers, sample, currency));
  if (!bgNbd || !gammaGamma) return { ...none, reason: 'No curve was found that fits these payments.' };
  return { customers, repeaters, bgNbd, gammaGamma, reason: null, fit: fitOf(bgNbd, payers, day) };
}

const tooFew = (repeaters: number): string =>
  `${repeaters === 1 ? 'One customer has' : `${repeaters} customers have`} paid on more than one day; a forecast needs ${fewestRepeaters}.`;

/** Places at even distances: customers stand in the order in which they came, so that all times have their share. */
function sampleOf(customers: number): number[] {
  const step = Math.max(1, customers / mostSampled);
  return Array.from({ length: Math.min(customers, mostSampled) }, (_, at) => Math.floor(at * step));
}

const buyersAmong = ({ days, firstPaidOn, lastPaidOn }: Payers, sample: number[], day: number): Buyers[] =>
  together(sample.map((at) => boughtBy({ days: days[at]!, first: firstPaidOn[at]!, last: lastPaidOn[at]! }, day)));

const spendersAmong = ({ days, monetary }: Payers, sample: number[], currency: Currency) =>
  sample
    .filter((at) => monetary[at]! > 0)
    .map((at) => ({ purchases: days[at]!, mean: monetary[at]! / days[at]! / 10 ** decimalsOf(currency) }));

/** How many of all payers came back so often, beside how many the model expects of them. */
function fitOf(model: BgNbd, { days, firstPaidOn, lastPaidOn }: Payers, day: number): Forecast['fit'] {
  const fit = Array.from({ length: mostRepeats + 1 }, (_, repeats) => ({ repeats, actual: 0, expected: 0 }));
  const byAge = new Map<number, number>();
  for (let at = 0; at < days.length; at += 1) {
    const { repeats, age } = boughtBy({ days: days[at]!, first: firstPaidOn[at]!, last: lastPaidOn[at]! }, day);
    fit[Math.min(repeats, mostRepeats)]!.actual += 1;
    byAge.set(age, (byAge.get(age) ?? 0) + 1);
  }
  for (const [age, count] of byAge) {
    for (const [repeats, chance] of repeatChances(model, age, mostRepeats).entries())
      fit[repeats]!.expected += count * chance;
  }
  return fit;
}
