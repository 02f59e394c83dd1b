import { formatMoney } from '#domain/kernel/money.ts';
import type { Payment } from '#domain/payments/payment.ts';
import type { Work } from '#functions/work.ts';

type Act = {
  action: 'payment-cancelled' | 'payment-recorded' | 'payment-refunded';
  /** Minor units of the payment's currency. */
  amount: number;
  way?: string;
  reason?: string;
};

/** Who did what with money stands in the audit log. */
export async function notePaymentAct(
  { audit, caller, address }: Work,
  { id, customer, currency }: Payment,
  { action, amount, ...detail }: Act,
): Promise<void> {
  await audit.add({
    action,
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'payment', id, name: customer.name },
    detail: { amount: formatMoney({ amount, currency }), ...detail },
    address,
  });
}
