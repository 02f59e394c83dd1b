import { closePage } from '#functions/payments/close-page.ts';
import { unsettledPayments } from '#functions/payments/unsettled-payments.ts';
import type { Work } from '#functions/work.ts';

/** Nobody can pay any more where a page was opened on one of these accounts; Stripe's events then tell the payments. */
export async function closePages(work: Work, accounts: readonly string[]): Promise<void> {
  if (accounts.length === 0) return;
  for (const { paymentId } of await unsettledPayments.of(work.workspaceId)) {
    const payment = await work.payments.find(paymentId);
    if (payment?.account && accounts.includes(payment.account)) await closePage(work, payment);
  }
}
