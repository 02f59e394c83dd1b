import * as z from 'zod';
import { type Currency, decimalsOf, formatMoney, type Money, payableRange } from '#domain/kernel/money.ts';
import { amountIn } from '#web/payments/typed-amount.ts';

/** "$10" for the button, where "$10.00" would be shouting; "$10.50" keeps its cents. */
export function shortMoney({ amount, currency }: Money): string {
  const money = formatMoney({ amount, currency });
  const noCents = `.${'0'.repeat(decimalsOf(currency))}`;
  return money.endsWith(noCents) ? money.slice(0, -noCents.length) : money;
}

export const rangeWords = (currency: Currency): string => {
  const { min, max } = payableRange(currency);
  return `${formatMoney({ amount: min, currency })} and ${formatMoney({ amount: max, currency })}`;
};

/** Makes the typed amount minor units of the chosen currency, or gives the sentence that says why not. */
export const PayWish = z
  .object({ amount: z.string(), currency: z.string(), taskId: z.string().nullable() })
  .transform((wish, context) => {
    const typed = amountIn(wish.amount, wish.currency, payableRange(wish.currency));
    if ('amount' in typed) return { ...wish, amount: typed.amount };
    context.addIssue({ code: 'custom', path: ['amount'], message: typed.reason });
    return z.NEVER;
  });
