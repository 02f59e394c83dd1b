import type { Measures } from '#domain/customers/customer.ts';
import { type Currency, decimalsOf } from '#domain/kernel/money.ts';
import { dayNumber } from '#domain/segments/payers.ts';
import { type Bought, chanceAlive, purchasesIfAlive } from './bg-nbd.ts';
import type { BgNbd, CustomerForecast, Forecast, GammaGamma } from './forecast.ts';
import { expectedSpend } from './gamma-gamma.ts';

/** Days since 1970-01-01, and minor units. */
export type Purchases = { days: number; first: number; last: number; monetary: number };
export type Models = { bgNbd: BgNbd; gammaGamma: GammaGamma; quietAfterDays: number | null };

const weeksAMonth = 365 / 7 / 12;
const yearlyDiscount = 1.1;

/** Null when the forecast has no models. */
export function customerForecast(
  { bgNbd, gammaGamma, quietAfterDays }: Forecast,
  { firstPaidOn, lastPaidOn, days, monetary }: Measures,
  today: string,
  currency: Currency,
): CustomerForecast | null {
  if (!bgNbd || !gammaGamma) return null;
  const purchases = { days, first: dayNumber(firstPaidOn), last: dayNumber(lastPaidOn), monetary };
  return forecaster({ bgNbd, gammaGamma, quietAfterDays }, dayNumber(today), currency)(purchases);
}

/** For many customers of one day: what two have in common is counted once. */
export function forecaster({ bgNbd, gammaGamma, quietAfterDays }: Models, today: number, currency: Currency) {
  const yearsAhead = new Map<string, YearAhead>();
  const minor = 10 ** decimalsOf(currency);
  return ({ days, first, last, monetary }: Purchases): CustomerForecast => {
    const bought = boughtBy({ days, first, last }, today);
    const key = `${bought.repeats} ${bought.age}`;
    const yearAhead = yearsAhead.get(key) ?? yearAheadOf(bgNbd, bought);
    yearsAhead.set(key, yearAhead);

    const alive = chanceAlive(bgNbd, bought);
    const spend = expectedSpend(gammaGamma, { purchases: days, mean: Math.max(0, monetary) / days / minor });
    const isRepeater = bought.repeats > 0;
    const isQuiet = quietAfterDays !== null && today - last > quietAfterDays;
    return {
      expectedPurchases: alive * yearAhead.purchases,
      value: Math.round(alive * yearAhead.discounted * spend * minor),
      basis: isRepeater ? 'model' : 'recency-rule',
      chanceAlive: isRepeater ? alive : null,
      isGone: isRepeater ? alive < 0.5 : isQuiet,
    };
  };
}

/** As the model counts: the first purchase begins the time, several of a day are one. A zone set back may make today yesterday. */
export const boughtBy = ({ days, first, last }: Omit<Purchases, 'monetary'>, today: number): Bought => ({
  repeats: days - 1,
  last: (last - first) / 7,
  age: (Math.max(today, last) - first) / 7,
});

type YearAhead = { purchases: number; discounted: number };

/** Of who is still alive: purchases, and each at its month's worth of today. */
function yearAheadOf(model: BgNbd, bought: Bought): YearAhead {
  let purchases = 0;
  let discounted = 0;
  for (let month = 1; month <= 12; month += 1) {
    const sofar = purchasesIfAlive(model, bought, month * weeksAMonth);
    discounted += (sofar - purchases) / yearlyDiscount ** (month / 12);
    purchases = sofar;
  }
  return { purchases, discounted };
}
