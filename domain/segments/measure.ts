import type { Measures } from '#domain/customers/customer.ts';

/** What one customer's own counted payments say; null without one. The order of the payments does not matter. */
export function measuresOf(payments: readonly { paidOn: string; counted: number }[]): Measures | null {
  if (payments.length === 0) return null;
  return {
    lastPaidOn: payments.reduce((latest, { paidOn }) => (paidOn > latest ? paidOn : latest), ''),
    frequency: payments.length,
    monetary: payments.reduce((sum, { counted }) => sum + counted, 0),
  };
}
