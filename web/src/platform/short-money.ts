import type { Currency } from '#domain/kernel/money.ts';

/** Major units as short as an axis wants them: "$1.5K". */
export function shortMoney(currency: Currency): (amount: number) => string {
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  return (amount) => format.format(amount);
}
