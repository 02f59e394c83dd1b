import * as z from 'zod';

// Stripe's list: these have no minor unit, and these three digits of it.
const zeroDecimal = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const threeDecimal = new Set('BHD JOD KWD OMR TND'.split(' '));
const known = new Set(Intl.supportedValuesOf('currency'));

/** ISO 4217, upper case. */
export const Currency = z
  .string()
  .refine((code) => known.has(code), 'Unknown currency')
  .meta({ id: 'Currency' });
export type Currency = string;

export const currencies: readonly Currency[] = [...known];

/** How many digits stand behind the point: 2 for USD, 0 for JPY, 3 for KWD. */
export const decimalsOf = (currency: Currency): number =>
  zeroDecimal.has(currency) ? 0 : threeDecimal.has(currency) ? 3 : 2;

/** Integer minor units (cents) with their currency. */
export const Money = z.object({ amount: z.int(), currency: Currency }).meta({ id: 'Money' });
export type Money = z.infer<typeof Money>;

/** Stripe's least amounts, where they are not 50 minor units. */
// prettier-ignore
const least: Record<Currency, number> = {
  AED: 200, CZK: 1500, DKK: 250, GBP: 30, HKD: 400, HUF: 17_500, MXN: 1000, MYR: 200, NOK: 300, PLN: 200, RON: 200,
  SEK: 300, THB: 1000,
};

/** What checkout accepts, in minor units: $0.50 to $999,999.99. */
export const payableRange = (currency: Currency): { min: number; max: number } =>
  decimalsOf(currency) === 3 ? { min: 500, max: 99_999_990 } : { min: least[currency] ?? 50, max: 99_999_999 };

/** Stripe takes no finer amounts: of three digits the last is 0, and a króna has no parts any more. */
export const payableStep = (currency: Currency): number =>
  decimalsOf(currency) === 3 ? 10 : currency === 'ISK' ? 100 : 1;

/** 10000 USD is "$100.00". */
export function formatMoney({ amount, currency }: Money, locale = 'en-US'): string {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount / 10 ** decimals);
}

/** One sum for each currency there is: currencies are never added up. */
export function sumsOf(parts: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of parts) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}

/** "100", "100.5" or "1,000.00" to minor units; null when it is no amount or has more digits than the currency. */
export function parseAmount(text: string, currency: Currency): number | null {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const decimals = decimalsOf(currency);
  const fraction = match[3] ?? '';
  if (fraction.length > decimals) return null;
  const amount = Number(match[2]!.replaceAll(',', '') + fraction.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(amount)) return null;
  return match[1] && amount !== 0 ? -amount : amount;
}
