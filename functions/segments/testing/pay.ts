import { isReceived, type Payment } from '#domain/payments/payment.ts';
import type { StoredPayment } from '#functions/payments/stored-payment.ts';
import { make } from '#functions/testing/make.ts';
import type { SystemWork } from '#functions/work.ts';

type Paid = { amount?: number; counted?: number | null; paidOn?: string; status?: Payment['status'] };

/** A stored payment, as the change feed would bring it. What is paid counts, whole unless it is said. */
export async function pay(
  { payments }: SystemWork,
  customerId: string,
  { amount = 10_000, status = 'paid', counted = status === 'paid' ? amount : null, paidOn = '2026-03-02' }: Paid = {},
): Promise<StoredPayment> {
  const customer = { id: customerId, name: 'Dipika Sarraf', email: 'dipika@example.com' };
  const on = isReceived({ status }) ? paidOn : null;
  return payments.addNew(make.payment({ customer, amount, status, counted, paidOn: on }));
}
