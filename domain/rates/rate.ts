import * as z from 'zod';
import { Version } from '#domain/kernel/ids.ts';
import { Currency, decimalsOf, type Money } from '#domain/kernel/money.ts';
import { Day } from '#domain/kernel/time.ts';

/** A decimal, such as "1.0835": never a float, so that nothing is rounded before the sum is. */
export const RateValue = z
  .string()
  .trim()
  .regex(/^\d{1,7}(\.\d{1,10})?$/, 'A number such as 1.0835')
  .refine((text) => Number(text) > 0, 'More than nothing');

/** One unit of `currency` in the workspace's own currency, from this day on until a later rate. */
export const ExchangeRate = z
  .object({ currency: Currency, from: Day, rate: RateValue, version: Version })
  .meta({ id: 'ExchangeRate' });
export type ExchangeRate = z.infer<typeof ExchangeRate>;

export const ExchangeRateDraft = z.strictObject({ currency: Currency, from: Day, rate: RateValue });
export type ExchangeRateDraft = z.infer<typeof ExchangeRateDraft>;

/** Such as a business has. */
export type Rates = readonly Pick<ExchangeRate, 'currency' | 'from' | 'rate'>[];

/** The rate of a day: the newest that began by then; null when there is none. */
export function rateOn(rates: Rates, currency: string, day: string): string | null {
  const begun = rates.filter((rate) => rate.currency === currency && rate.from <= day);
  return begun.toSorted((one, other) => other.from.localeCompare(one.from))[0]?.rate ?? null;
}

/** In minor units of the other currency, halves away from zero; exact up to the largest integer a number holds. */
export function convert({ amount, currency }: Money, rate: string, into: Currency): Money {
  const [whole = '', fraction = ''] = rate.split('.');
  const digits = fraction.length + decimalsOf(currency) - decimalsOf(into);
  const product = BigInt(amount) * BigInt(whole + fraction);
  if (digits <= 0) return { amount: Number(product * 10n ** BigInt(-digits)), currency: into };
  const unit = 10n ** BigInt(digits);
  const size = product < 0n ? -product : product;
  const rounded = (size + unit / 2n) / unit;
  return { amount: Number(product < 0n ? -rounded : rounded), currency: into };
}

export type Base = Money & { rate: string };

/** Of one payment, so that the sum of any nine hundred is still exact. */
const mostCounted = 1e13;

/** In the business's own currency at the rate of a day. Null: no rate, or a sum too large to be counted exactly. */
export function inBase(money: Money, { own, rates, day }: { own: Currency; rates: Rates; day: string }): Base | null {
  const rate = money.currency === own ? '1' : rateOn(rates, money.currency, day);
  if (rate === null) return null;
  const base = convert(money, rate, own);
  return Math.abs(base.amount) <= mostCounted ? { ...base, rate } : null;
}
