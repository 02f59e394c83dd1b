import { decimalsOf, type Money } from './money.ts';

/** 10050 USD is "100.50": plain figures, as a file has them and an import reads them again. */
export function amountText({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency);
  if (decimals === 0) return `${amount}`;
  const digits = `${Math.abs(amount)}`.padStart(decimals + 1, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
