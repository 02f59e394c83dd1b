import { problems } from '#domain/kernel/problem.ts';
import type { Payment } from '#domain/payments/payment.ts';
import type { Work } from '#functions/work.ts';
import { fulfilPayment } from './fulfil-payment.ts';

/** The return page's question. Somebody else's payment is not found. */
export async function confirmPayment(work: Work, paymentId: string): Promise<Payment> {
  const payment = await work.payments.find(paymentId);
  if (!payment || payment.customer.id !== work.caller.customerId) throw problems.notFound('The payment');
  return payment.paidOn === null ? fulfilPayment(work, paymentId) : payment;
}
