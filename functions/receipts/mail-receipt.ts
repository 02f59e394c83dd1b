import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { takeTry } from '#functions/accounts/tries.ts';
import { readPayment } from '#functions/payments/read-payment.ts';
import type { StoredPayment } from '#functions/payments/stored-payment.ts';
import type { SystemWork, Work } from '#functions/work.ts';
import { drawReceipt } from './draw-receipt.ts';
import type { MailMessage } from './follow-payments.ts';
import { presentReceipt } from './present-receipt.ts';
import { receiptMail } from './receipt-mail.ts';

type Mailing = Pick<SystemWork, 'receipts' | 'customers' | 'logos' | 'sendMail' | 'now'>;

/**
 * The one mail that goes by itself. The mark is set when the mail server has taken it: a cut between the two sends it
 * again rather than not at all.
 */
export async function mailReceipt(work: Mailing & Pick<SystemWork, 'payments'>, paymentId: string): Promise<void> {
  const receipt = await work.receipts.find(paymentId);
  if (!receipt || receipt.mailedAt !== null) return;
  await send(work, await work.payments.get(paymentId));
}

type Later = (message: MailMessage, afterSeconds: number) => Promise<void>;
/** A minute, then twice as long each time, up to six hours: a week in all. */
const mostWaits = 35;
const secondsAfter = (waits: number): number => Math.min(60 * 2 ** waits, 6 * 3600);

/** The queue's own few tries are over in half a minute, and a mail server can be away for a day. */
export async function mailOrLater(
  work: Parameters<typeof mailReceipt>[0],
  message: MailMessage,
  later: Later,
): Promise<void> {
  const { paymentId, waits } = message;
  try {
    await mailReceipt(work, paymentId);
  } catch (error) {
    const isAway = error instanceof ProblemError && error.problem.status === 503;
    if (!isAway || waits >= mostWaits) throw error;
    await later({ ...message, waits: waits + 1 }, secondsAfter(waits));
  }
}

const again = { purpose: 'receipt-mails', most: 10, windowSeconds: 3600 };

/** Staff send it once more, to the address the customer has now. */
export async function sendReceipt(work: Work, paymentId: string): Promise<void> {
  const payment = await readPayment(work, paymentId);
  await work.receipts.get(paymentId);
  await takeTry(work, again, paymentId);
  if (!(await send(work, payment))) throw problems.conflict('This customer has no e-mail address.');
}

/** False when the customer has no address. */
async function send(work: Mailing, payment: StoredPayment): Promise<boolean> {
  const customer = await work.customers.find(payment.customer.id);
  if (!customer?.email) return false;
  const receipt = presentReceipt(await work.receipts.get(payment.id), payment);
  const reader = { to: customer.email, hasLogin: customer.memberId !== null };
  await work.sendMail(receiptMail(receipt, await drawReceipt(work, receipt), reader));
  await work.receipts.markMailed(payment.id, work.now().toISOString());
  return true;
}
