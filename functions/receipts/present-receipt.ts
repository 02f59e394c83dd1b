import type { Receipt } from '#domain/receipts/receipt.ts';
import type { StoredPayment } from '#functions/payments/stored-payment.ts';
import type { StoredReceipt } from './receipt-store.ts';

type Since = Pick<StoredPayment, 'refunded' | 'charge'>;

/** What it said when it was issued, and what became of the payment since. */
export const presentReceipt = (
  { number, paymentId, issuedAt, says }: StoredReceipt,
  { refunded, charge }: Since,
): Receipt => ({ number, paymentId, issuedAt, ...says, refunded, stripeReceipt: charge?.receiptUrl ?? null });
