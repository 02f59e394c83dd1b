import type { Measures } from '#domain/customers/customer.ts';

/** What is known of the person beside their payments. */
export type Facts = Pick<Measures, 'market' | 'bornOn'>;

type MeasureName = keyof Measures;
/** What the payments alone say of a customer. */
export const ofPayments: MeasureName[] = ['firstPaidOn', 'lastPaidOn', 'days', 'frequency', 'monetary'];
export const allMeasures: MeasureName[] = [...ofPayments, 'market', 'bornOn'];

/** What one customer's own counted payments say; null without one. The order of the payments does not matter. */
export function measuresOf(payments: readonly { paidOn: string; counted: number }[], facts: Facts): Measures | null {
  if (payments.length === 0) return null;
  const days = [...new Set(payments.map(({ paidOn }) => paidOn))].sort();
  return {
    firstPaidOn: days[0]!,
    lastPaidOn: days.at(-1)!,
    days: days.length,
    frequency: payments.length,
    monetary: payments.reduce((sum, { counted }) => sum + counted, 0),
    market: facts.market,
    bornOn: facts.bornOn,
  };
}

export function sameMeasures(a: Measures | null, b: Measures | null, names = allMeasures): boolean {
  if (a === null || b === null) return a === b;
  return names.every((name) => a[name] === b[name]);
}
