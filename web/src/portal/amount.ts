import * as z from 'zod';
import { type Currency, decimalsOf, formatMoney, type Money, parseAmount, payableRange } from '#domain/kernel/money.ts';

/** "$10" for the button, where "$10.00" would be shouting; "$10.50" keeps its cents. */
export const shortMoney = ({ amount, currency }: Money): string =>
  amount % 10 ** decimalsOf(currency) === 0
    ? formatMoney({ amount, currency }).replace(/[.,]0+(?=\D*$)/, '')
    : formatMoney({ amount, currency });

/** What somebody would type for it: "10.50". */
export const typedAmount = ({ amount, currency }: Money): string =>
  (amount / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency));

export const rangeWords = (currency: Currency): string => {
  const { min, max } = payableRange(currency);
  return `${formatMoney({ amount: min, currency })} and ${formatMoney({ amount: max, currency })}`;
};

/** Makes the typed amount minor units, or gives the sentence that says why not. */
export const amountSchema = (currency: Currency) =>
  z.string().transform((text, context) => {
    const amount = parseAmount(text, currency);
    const { min, max } = payableRange(currency);
    if (amount !== null && amount >= min && amount <= max) return amount;
    context.addIssue({ code: 'custom', message: reasonOf(text, amount, currency) });
    return z.NEVER;
  });

function reasonOf(text: string, amount: number | null, currency: Currency): string {
  if (text.trim() === '') return 'Please enter an amount';
  if (amount !== null) return `The amount must be between ${rangeWords(currency)}`;
  const digits = decimalsOf(currency);
  if (!/^-?[\d,]+\.\d+$/.test(text.trim())) return 'Please enter an amount such as 10';
  return digits === 0 ? `${currency} has no digits after the point` : `At most ${digits} digits after the point`;
}
