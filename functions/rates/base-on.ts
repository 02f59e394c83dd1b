import { formatMoney, type Money } from '#domain/kernel/money.ts';
import { problems } from '#domain/kernel/problem.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { type Base, inBase, rateOn } from '#domain/rates/rate.ts';
import type { SystemWork } from '#functions/work.ts';
import { payableCurrencies } from './payable-currencies.ts';

type Ground = Pick<SystemWork, 'rates' | 'workspace' | 'now'>;

/** An amount in the business's own currency at the rate of a day. Null: no rate, or a sum too large to be counted. */
export async function baseOn(ground: Ground, money: Money, day: string): Promise<Base | null> {
  const { currency: own } = await ground.workspace.get();
  return inBase(money, { own, day, rates: money.currency === own ? [] : await ground.rates.list() });
}

/** The same of a day, or of today; what could not be counted is refused at `/body/currency` or `/body/amount`. */
export async function countableOn(
  ground: Ground,
  { amount, currency }: Money,
  on: 'today' | { day: string },
): Promise<Base> {
  const { name, timeZone } = await ground.workspace.get();
  const day = on === 'today' ? dayIn(timeZone, ground.now()) : on.day;
  const base = await baseOn(ground, { amount, currency }, day);
  if (base) return base;

  if (rateOn(await ground.rates.list(), currency, day) !== null) {
    const detail = `${formatMoney({ amount, currency })} is too much at the rate of ${currency}`;
    throw problems.invalid([{ pointer: '/body/amount', detail }]);
  }
  const { items } = await payableCurrencies(ground);
  const detail =
    on === 'today' ? `${name} takes payments in ${items.join(', ')}` : `There is no rate of ${currency} for ${day}`;
  throw problems.invalid([{ pointer: '/body/currency', detail }]);
}
