import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { paragraph } from '#domain/kernel/text.ts';
import { Moment } from '#domain/kernel/time.ts';
import { By, type Payment } from './payment.ts';

export const RefundReason = z.enum(['requested-by-customer', 'duplicate', 'fraudulent', 'other']);
export type RefundReason = z.infer<typeof RefundReason>;

/** `asked`: stored here, Stripe's answer not yet known. A failed one gives its amount free again. */
export const RefundStatus = z.enum(['asked', 'pending', 'succeeded', 'failed']);
export type RefundStatus = z.infer<typeof RefundStatus>;

export const Refund = z
  .object({
    id: Id,
    /** Minor units of the payment's currency. */
    amount: z.int().positive(),
    reason: RefundReason,
    note: z.string(),
    status: RefundStatus,
    failureReason: z.string().nullable(),
    /** Null: made in Stripe's own dashboard. */
    by: By.nullable(),
    at: Moment,
  })
  .meta({ id: 'Refund' });
export type Refund = z.infer<typeof Refund>;

export const RefundDraft = z.strictObject({
  /** Made by the client: sending twice gives back once. */
  refundId: Id,
  amount: z.int('Whole minor units only').min(1, 'The amount must be more than nothing'),
  reason: RefundReason,
  note: paragraph(500).default(''),
});
export type RefundDraft = z.infer<typeof RefundDraft>;

/** What may still be given back: refunds on their way are taken as given. */
export const refundable = (
  payment: Pick<Payment, 'amount' | 'status'>,
  refunds: readonly Pick<Refund, 'amount' | 'status'>[],
): number => {
  if (payment.status !== 'paid' && payment.status !== 'partially-refunded') return 0;
  const given = refunds.filter(({ status }) => status !== 'failed').reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, payment.amount - given);
};
