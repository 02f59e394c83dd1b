import type { Payment } from '#domain/payments/payment.ts';
import type { SystemWork } from '#functions/work.ts';

type Paid = Partial<Pick<Payment, 'amount' | 'paidOn' | 'status'>>;

/** A stored payment, as the change feed would bring it. */
export async function pay(
  { payments, newId }: SystemWork,
  customerId: string,
  { amount = 10_000, paidOn = '2026-03-02', status = 'paid' }: Paid = {},
): Promise<Payment> {
  const at = '2026-03-02T09:00:00.000Z';
  return payments.add({
    id: newId(),
    customer: { id: customerId, name: 'Dipika Sarraf', email: 'dipika@example.com' },
    task: null,
    amount,
    currency: 'USD',
    status,
    method: 'card',
    failureReason: null,
    createdAt: at,
    updatedAt: at,
    paidOn: status === 'paid' ? paidOn : null,
  });
}
