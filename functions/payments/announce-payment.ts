import type { Payment } from '#domain/payments/payment.ts';
import type { SystemWork } from '#functions/work.ts';

type Telling = Pick<SystemWork, 'live' | 'customers'>;

/** Staff and the customer see at once that a payment changed. */
export async function announcePayment({ live, customers }: Telling, payment: Payment): Promise<void> {
  const event = { kind: 'payments.changed', paymentId: payment.id } as const;
  const toCustomer = async () => {
    const memberId = (await customers.find(payment.customer.id))?.memberId;
    if (memberId) await live.toMember(memberId, event);
  };
  await Promise.all([live.toStaff(event), toCustomer()]);
}
