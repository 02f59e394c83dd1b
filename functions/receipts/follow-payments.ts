import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Payment } from '#domain/payments/payment.ts';
import { needsReceipt } from '#domain/receipts/receipt.ts';
import { orSetAside } from '#functions/platform/dead-letters.ts';
import { enqueue } from '#functions/platform/storage.ts';
import type { SystemWork } from '#functions/work.ts';
import { issueReceipt } from './issue-receipt.ts';
import { StoredReceipt } from './receipt-store.ts';

const FedPayment = Payment.pick({ id: true, status: true, method: true, receiptNumber: true }).extend({
  kind: z.literal('payment'),
});
const FedReceipt = StoredReceipt.pick({ paymentId: true, mailedAt: true, says: true }).extend({
  kind: z.literal('receipt'),
});

/** `waits`: how often the mail server was away for it. */
export const MailMessage = z.strictObject({ workspaceId: Id, paymentId: Id, waits: z.int().default(0) });
export type MailMessage = z.infer<typeof MailMessage>;

/**
 * From the feed of payments, where receipts come by as well: a payment that came gets its number, and a numbered receipt
 * goes to the mail. Each step begins at what the one before has stored, so a cut between them loses nothing.
 */
export async function followPayments(system: SystemWork, documents: readonly unknown[]): Promise<void> {
  for (const document of documents) {
    const { data: payment } = FedPayment.safeParse(document);
    if (payment && needsReceipt(payment)) await issue(system, payment.id);
    const { data: receipt } = FedReceipt.safeParse(document);
    if (receipt && receipt.mailedAt === null && receipt.says.customer.email !== '')
      await enqueue('receipts', {
        workspaceId: system.workspaceId,
        paymentId: receipt.paymentId,
        waits: 0,
      } satisfies MailMessage);
  }
}

const issue = (system: SystemWork, paymentId: string): Promise<void> =>
  orSetAside(system, { source: 'receipts', documentId: paymentId }, () => issueReceipt(system, paymentId));
