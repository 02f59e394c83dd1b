import type Stripe from 'stripe';
import type { Context } from '../context.ts';

interface Sum {
  currency: string;
  available: number;
  pending: number;
}

/** Each currency by itself: nothing is converted. */
export function readBalance({ store, account }: Context): Stripe.Balance {
  const sums = store.db
    .prepare(
      `select body ->> '$.currency' as currency,
         sum(iif(body ->> '$.status' = 'available', body ->> '$.net', 0)) as available,
         sum(iif(body ->> '$.status' = 'pending', body ->> '$.net', 0)) as pending
       from objects where account = ? and kind = 'balance_transaction' group by 1 order by 1`,
    )
    .all(account) as unknown as Sum[];
  const shown = sums.length > 0 ? sums : [{ currency: 'usd', available: 0, pending: 0 }];
  return {
    object: 'balance',
    available: shown.map(({ currency, available }) => amountOf(currency, available)),
    livemode: false,
    pending: shown.map(({ currency, pending }) => amountOf(currency, pending)),
  };
}

const amountOf = (currency: string, amount: number) => ({ amount, currency, source_types: { card: amount } });
