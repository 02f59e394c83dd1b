import { receiptNumber } from '#domain/receipts/receipt.ts';
import type { PaymentEntry } from './detail.ts';
import type { Dispute } from './dispute.ts';
import type { KnownPayment, KnownRefund } from './facts.ts';

/** What happened to a payment, oldest first; of what happened in one second, in the order it must have. */
export function timelineOf(payment: KnownPayment): PaymentEntry[] {
  const { request, attempts, declines, processingAt, cancelled, paidAt, recorded, refunds, dispute } = payment;
  const entries = [
    ...(request ? [entry({ at: request.at, what: 'requested', by: request.by, detail: payment.purpose })] : []),
    ...attempts.map(({ openedAt, by }) => entry({ at: openedAt, what: 'opened', by })),
    ...declines.map(({ at, reason }) => entry({ at, what: 'declined', detail: reason })),
    ...attempts.flatMap(({ expiredAt }) => (expiredAt ? [entry({ at: expiredAt, what: 'expired' })] : [])),
    ...(cancelled ? [entry({ ...cancelled, what: 'cancelled' })] : []),
    ...(processingAt ? [entry({ at: processingAt, what: 'processing' })] : []),
    ...(paidAt && !recorded ? [entry({ at: paidAt, what: 'paid', detail: payment.methodDetail })] : []),
    ...(recorded ? [entry({ at: recorded.at, by: recorded.by, what: 'recorded', detail: recorded.note || null })] : []),
    ...(payment.importId ? [entry({ at: payment.createdAt, what: 'imported' })] : []),
    ...receiptEntry(payment),
    ...refunds.map(refundEntry),
    ...(dispute ? disputeEntries(dispute) : []),
  ];
  return entries.toSorted((one, other) => secondOf(one).localeCompare(secondOf(other)));
}

/** Stripe's moments are whole seconds: ours are no finer beside them. */
const secondOf = ({ at }: PaymentEntry): string => at.slice(0, '2026-03-01T09:30:00'.length);

const entry = ({ at, what, by = null, amount = null, detail = null }: Given): PaymentEntry => ({
  at,
  what,
  by,
  amount,
  detail,
});
type Given = Pick<PaymentEntry, 'at' | 'what'> & Partial<PaymentEntry>;

/** The receipt is issued moments after the money is known. */
function receiptEntry({ receiptNumber: number, paidAt, recorded, createdAt }: KnownPayment): PaymentEntry[] {
  if (number === null) return [];
  return [entry({ at: recorded?.at ?? paidAt ?? createdAt, what: 'receipt', detail: receiptNumber(number) })];
}

const refundWhat = {
  asked: 'refund-asked',
  pending: 'refund-asked',
  succeeded: 'refunded',
  failed: 'refund-failed',
} as const;

const refundEntry = ({ at, status, by, amount, note, failureReason }: KnownRefund): PaymentEntry =>
  entry({ at, what: refundWhat[status], by, amount, detail: failureReason ?? (note || null) });

const disputeEntries = ({ status, openedAt, closedAt, amount, reason }: Dispute): PaymentEntry[] => [
  entry({ at: openedAt, what: 'dispute-opened', amount, detail: reason }),
  ...(status === 'open' ? [] : [entry({ at: closedAt ?? openedAt, what: `dispute-${status}`, amount })]),
];
