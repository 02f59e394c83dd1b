import { needsReceipt } from '#domain/receipts/receipt.ts';
import { announcePayment } from '#functions/payments/announce-payment.ts';
import type { StoredPayment } from '#functions/payments/stored-payment.ts';
import type { SystemWork } from '#functions/work.ts';
import { readDetails } from './read-details.ts';
import { type NewReceipt, StoredReceipt } from './receipt-store.ts';

type Issuing = Pick<
  SystemWork,
  'payments' | 'receipts' | 'receiptDetails' | 'workspace' | 'customers' | 'live' | 'now'
>;

/** Gives a payment that came its receipt, with the next number. Safe to repeat, also by several at once. */
export async function issueReceipt(work: Issuing, paymentId: string): Promise<void> {
  for (;;) {
    const payment = await work.payments.find(paymentId);
    if (!payment || !needsReceipt(payment)) return;
    const outcome = await work.receipts.issue(await receiptOf(work, payment), payment.version);
    if (outcome === 'done') return announcePayment(work, payment);
  }
}

async function receiptOf(work: Issuing, payment: StoredPayment): Promise<NewReceipt> {
  const { version: _, ...business } = await readDetails(work);
  const { customer, purpose, task, amount, currency, method, methodDetail, paidOn } = payment;
  const says = { business, customer, amount, currency, method, methodDetail, paidOn };
  return {
    paymentId: payment.id,
    issuedAt: work.now().toISOString(),
    mailedAt: null,
    // A payment that came without its day or its method is a defect: it is set aside, and the others go on.
    says: StoredReceipt.shape.says.parse({ ...says, purpose: purpose ?? task?.title ?? 'Payment' }),
  };
}
