import * as z from 'zod';
import { Moment } from '#domain/kernel/time.ts';
import { Dispute } from './dispute.ts';
import { By, Payment } from './payment.ts';
import { Refund } from './refund.ts';

/** What happened to a payment, oldest first. */
export const PaymentEntry = z.object({
  at: Moment,
  what: z.enum([
    'requested',
    'opened',
    'declined',
    'expired',
    'cancelled',
    'processing',
    'paid',
    'recorded',
    'imported',
    'receipt',
    'refund-asked',
    'refunded',
    'refund-failed',
    'dispute-opened',
    'dispute-won',
    'dispute-lost',
  ]),
  by: By.nullable(),
  /** Minor units of the payment's currency, where it is about a part of it. */
  amount: z.int().nullable(),
  /** In words: why it was declined, the receipt's number, the reason of a refund. */
  detail: z.string().nullable(),
});
export type PaymentEntry = z.infer<typeof PaymentEntry>;

/** One payment with all that is known of it. */
export const PaymentDetail = Payment.extend({
  entries: z.array(PaymentEntry),
  refunds: z.array(Refund),
  /** What may still be given back, minor units. */
  refundable: z.int(),
  dispute: Dispute.nullable(),
  /** Stripe's own receipt, once it is paid by Stripe. */
  stripeReceipt: z.url().nullable(),
}).meta({ id: 'PaymentDetail' });
export type PaymentDetail = z.infer<typeof PaymentDetail>;
