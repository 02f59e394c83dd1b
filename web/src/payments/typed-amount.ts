import { type Currency, decimalsOf, formatMoney, parseAmount } from '#domain/kernel/money.ts';

/** Minor units, both ends included. */
export type Range = { min: number; max: number };

/** The typed amount in minor units, or the sentence that says why it is none. */
export function amountIn(text: string, currency: Currency, range: Range): { amount: number } | { reason: string } {
  if (text.trim() === '') return { reason: 'Please enter an amount' };
  const amount = parseAmount(text, currency);
  if (amount === null) return { reason: malformed(text, currency) };
  if (amount >= range.min && amount <= range.max) return { amount };
  const [from, to] = [range.min, range.max].map((limit) => formatMoney({ amount: limit, currency }));
  return { reason: from === to ? `The amount must be ${from}` : `The amount must be between ${from} and ${to}` };
}

function malformed(text: string, currency: Currency): string {
  if (!/^-?[\d,]+\.\d+$/.test(text.trim())) return 'Please enter an amount such as 10';
  const digits = decimalsOf(currency);
  return digits === 0 ? `${currency} has no digits after the point` : `At most ${digits} digits after the point`;
}

/** "Request $240.00" once it is known how much, "Request payment" before. */
export function amountWord(text: string, currency: Currency): string | null {
  const amount = parseAmount(text, currency);
  return amount === null || amount <= 0 ? null : formatMoney({ amount, currency });
}
