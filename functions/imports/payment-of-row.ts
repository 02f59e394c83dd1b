import type { NumberedRow } from '#domain/imports/history-row.ts';
import type { Currency } from '#domain/kernel/money.ts';
import type { ImportedPayment } from '#functions/payments/imported-payments.ts';
import { derivedId } from '#functions/platform/derived-id.ts';

// The same words are the same customer and the same payment, in whatever file they stand.

export const customerIdOf = (workspaceId: string, { reference }: Pick<NumberedRow, 'reference'>): string =>
  derivedId(workspaceId, 'customer', reference);

export const paymentIdOf = (workspaceId: string, { reference, paidOn, amount, occurrence }: NumberedRow): string =>
  derivedId(workspaceId, 'payment', reference, paidOn, `${amount}`, `${occurrence}`);

export const customerOf = (workspaceId: string, row: NumberedRow, at: string) => ({
  id: customerIdOf(workspaceId, row),
  name: row.name ?? row.reference,
  email: row.email,
  reference: row.reference,
  memberId: null,
  owner: null,
  place: null,
  bornOn: null,
  measures: null,
  createdAt: at,
});

type Facts = Pick<NumberedRow, 'place' | 'bornOn'>;

/** What the rows say of each customer's person: the first that says it counts. Who has nothing said of them is not there. */
export function factsOf(workspaceId: string, rows: readonly NumberedRow[]): Map<string, Facts> {
  const told = rows.filter(({ place, bornOn }) => place !== null || bornOn !== null);
  const byCustomer = Map.groupBy(told, (row) => customerIdOf(workspaceId, row));
  return new Map(
    [...byCustomer].map(([id, own]) => [
      id,
      {
        place: own.find(({ place }) => place !== null)?.place ?? null,
        bornOn: own.find(({ bornOn }) => bornOn !== null)?.bornOn ?? null,
      },
    ]),
  );
}

/** Rows are in the business's own currency: any other was refused. */
export const paymentOf = (workspaceId: string, row: NumberedRow, currency: Currency, at: string): ImportedPayment => ({
  id: paymentIdOf(workspaceId, row),
  customer: {
    id: customerIdOf(workspaceId, row),
    name: row.name ?? row.reference,
    email: row.email ?? '',
  },
  amount: row.amount,
  currency,
  base: { amount: row.amount, currency, rate: '1' },
  counted: row.amount,
  status: 'paid',
  method: 'imported',
  // A history knows days only: at noon in UTC it is that day nearly everywhere.
  createdAt: `${row.paidOn}T12:00:00.000Z`,
  updatedAt: at,
  paidOn: row.paidOn,
});
