import type { Measures } from '#domain/customers/customer.ts';
import type { Facts } from './measure.ts';
import { dayOf } from './payers.ts';

/**
 * Every counted payment of a workspace, by customer and day. Of the customer at `at` in `ids` (rising) they are those from
 * `starts[at]` up to `starts[at + 1]`, in the order of their days.
 */
export type History = {
  ids: string[];
  starts: Uint32Array;
  /** Days since 1970-01-01. */
  days: Int32Array;
  /** Minor units of the workspace's currency. */
  counted: Float64Array;
};

export type CountedPayment = { id: string; customerId: string; day: number; counted: number };

export function historyOf(payments: readonly CountedPayment[]): History {
  const own = Map.groupBy(payments, ({ customerId }) => customerId);
  // As the bytes of the ids stand, which is how the payers are kept.
  const ids = [...own.keys()].toSorted();
  const starts = new Uint32Array(ids.length + 1);
  const days = new Int32Array(payments.length);
  const counted = new Float64Array(payments.length);
  let to = 0;
  for (const [at, id] of ids.entries()) {
    starts[at] = to;
    for (const payment of own.get(id)!.toSorted((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))) {
      days[to] = payment.day;
      counted[to] = payment.counted;
      to += 1;
    }
  }
  starts[ids.length] = to;
  return { ids, starts, days, counted };
}

/** What the payments of the customer at `at` say; the same as `measuresOf` says of them. */
export function measuresIn({ starts, days, counted }: History, at: number, facts: Facts): Measures {
  const [from, end] = [starts[at]!, starts[at + 1]!];
  let [differentDays, monetary] = [0, 0];
  for (let each = from; each < end; each += 1) {
    if (each === from || days[each] !== days[each - 1]) differentDays += 1;
    monetary += counted[each]!;
  }
  return {
    firstPaidOn: dayOf(days[from]!),
    lastPaidOn: dayOf(days[end - 1]!),
    days: differentDays,
    frequency: end - from,
    monetary,
    market: facts.market,
    bornOn: facts.bornOn,
  };
}
