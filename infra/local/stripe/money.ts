// Stripe's own tables. Intl counts some currencies otherwise, so it may only format, never scale.
const zeroDecimal = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split(' '));
const threeDecimal = new Set('bhd jod kwd omr tnd'.split(' '));

const otherX = new Set(['xaf', 'xof', 'xpf', 'xcd']);
const currencies = new Set(
  Intl.supportedValuesOf('currency')
    .map((code) => code.toLowerCase())
    .filter((code) => !code.startsWith('x') || otherX.has(code)),
);

/** Stripe's published minimum charges, in minor units; a currency without one takes 1. */
// prettier-ignore
const minimums: Record<string, number> = {
  usd: 50, aed: 200, aud: 50, brl: 50, cad: 50, chf: 50, czk: 1500, dkk: 250, eur: 50, gbp: 30, hkd: 400, huf: 17500,
  inr: 50, jpy: 50, mxn: 1000, myr: 200, nok: 300, nzd: 50, pln: 200, ron: 200, sek: 300, sgd: 50, thb: 1000,
};

/** Eight digits is the most Stripe takes. */
export const maxAmount = 99_999_999;

export const isCurrency = (code: string): boolean => currencies.has(code);
export const minAmount = (currency: string): number => minimums[currency] ?? 1;

const decimalsOf = (currency: string): number => {
  if (zeroDecimal.has(currency)) return 0;
  return threeDecimal.has(currency) ? 3 : 2;
};

/** 0.3 usd is 30, 0.3 kwd is 300, 15 jpy is 15. */
export const minorUnits = (amount: number, currency: string): number => Math.round(amount * 10 ** decimalsOf(currency));

/** Minor units to words: 10000 usd is `$100.00`, 500 jpy is `¥500`. */
export function formatMoney(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount / 10 ** decimals);
}
