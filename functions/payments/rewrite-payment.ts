import { unlessChanged } from '#functions/platform/unless-changed.ts';
import type { SystemWork } from '#functions/work.ts';
import type { StoredPayment } from './stored-payment.ts';

type Ground = Pick<SystemWork, 'payments' | 'now'>;

/** Right whatever else is written meanwhile: `change` is asked again over that. What it leaves alone is not written. */
export async function rewritePayment(
  { payments, now }: Ground,
  paymentId: string,
  change: (payment: StoredPayment) => StoredPayment,
): Promise<StoredPayment> {
  for (;;) {
    const payment = await payments.get(paymentId);
    const next = change(payment);
    if (next === payment) return payment;
    const kept = await unlessChanged(payments.replace({ ...next, updatedAt: now().toISOString() }));
    if (kept) return kept;
  }
}
