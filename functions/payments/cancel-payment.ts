import { problems } from '#domain/kernel/problem.ts';
import { withOutcome } from '#domain/payments/outcome.ts';
import { isReceived, type Payment } from '#domain/payments/payment.ts';
import type { Work } from '#functions/work.ts';
import { announcePayment } from './announce-payment.ts';
import { closePage } from './close-page.ts';
import { fulfilPayment } from './fulfil-payment.ts';
import { notePaymentAct } from './note-payment-act.ts';
import { byCaller } from './payment-subject.ts';
import { readPayment } from './read-payment.ts';
import { rewritePayment } from './rewrite-payment.ts';
import type { StoredPayment } from './stored-payment.ts';

/**
 * Takes back what was asked for. It is stored before Stripe's page is closed, so that no new one is opened meanwhile;
 * twice is once, and finishes what was cut off. A customer who was faster has paid.
 */
export async function cancelPayment(work: Work, paymentId: string): Promise<Payment> {
  await readPayment(work, paymentId);
  const cancelled = { by: byCaller(work), at: work.now().toISOString() };
  const taken = await rewritePayment(work, paymentId, (payment) => {
    refuseOthers(payment);
    return payment.cancelled ? payment : withOutcome({ ...payment, cancelled });
  });
  const { amount } = taken;
  if (taken.cancelled?.at === cancelled.at) await notePaymentAct(work, taken, { action: 'payment-cancelled', amount });

  await closePage(work, taken);
  const payment = await fulfilPayment(work, paymentId);
  await announcePayment(work, payment);
  if (isReceived(payment)) throw problems.conflict(`${payment.customer.name} has just paid it.`);
  return payment;
}

function refuseOthers(payment: StoredPayment): void {
  if (!payment.request) throw problems.conflict('Only what was asked for can be taken back.');
  if (isReceived(payment)) throw problems.conflict('It has been paid. The money can be given back instead.');
  if (payment.status === 'processing')
    throw problems.conflict("The customer's bank is at work on it. Please wait for its answer.");
}
