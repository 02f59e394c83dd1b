import type { Currency } from '#domain/kernel/money.ts';

/** "$" for USD, as people write it beside a field or in a table's head. */
export const symbolOf = (currency: Currency): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;
