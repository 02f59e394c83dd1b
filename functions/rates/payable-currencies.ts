import type { Currency } from '#domain/kernel/money.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { rateOn } from '#domain/rates/rate.ts';
import type { SystemWork } from '#functions/work.ts';

type Ground = Pick<SystemWork, 'rates' | 'workspace' | 'now'>;

/** In which currencies one can pay today: the own one, and those with a rate. */
export async function payableCurrencies(ground: Ground): Promise<{ own: Currency; items: Currency[] }> {
  const { currency: own, timeZone } = await ground.workspace.get();
  const rates = await ground.rates.list();
  const today = dayIn(timeZone, ground.now());
  const others = [...new Set(rates.map(({ currency }) => currency))].filter(
    (currency) => currency !== own && rateOn(rates, currency, today) !== null,
  );
  return { own, items: [own, ...others] };
}
