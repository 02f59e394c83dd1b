import * as z from 'zod';
import { Email, line, paragraph } from '#domain/kernel/text.ts';
import { Id, Version } from '#domain/kernel/ids.ts';
import { Currency } from '#domain/kernel/money.ts';
import { Day, Moment } from '#domain/kernel/time.ts';
import { isReceived, type Payment, PaymentMethod } from '#domain/payments/payment.ts';

/** Cannot be guessed, and another logo has another name: those already on receipts stay. */
export const LogoName = z.string().regex(/^[\w-]{22}$/);

export const maxLogoBytes = 2_000_000;

const ofBusiness = {
  name: z.string(),
  /** Several lines. */
  address: z.string(),
  taxNumber: z.string(),
  email: z.string(),
  footer: z.string(),
  logo: LogoName.nullable(),
};

/** What stands on a business's receipts. `version` is null until somebody has said it. */
export const ReceiptDetails = z.object({ ...ofBusiness, version: Version.nullable() }).meta({ id: 'ReceiptDetails' });
export type ReceiptDetails = z.infer<typeof ReceiptDetails>;

export const ReceiptDetailsChange = z.strictObject({
  name: line(120),
  address: paragraph(400),
  taxNumber: line(60, 0),
  email: z.union([z.literal(''), Email]),
  footer: paragraph(400),
  version: Version.nullable(),
});
export type ReceiptDetailsChange = z.infer<typeof ReceiptDetailsChange>;

/** Numbered 1, 2, 3 in each workspace, without gaps; what it says stays as it was when it was issued. */
export const Receipt = z
  .object({
    number: z.int().positive(),
    paymentId: Id,
    issuedAt: Moment,
    business: z.object(ofBusiness),
    customer: z.object({ id: Id, name: z.string(), email: z.string() }),
    /** What was paid for. */
    purpose: z.string(),
    amount: z.int(),
    currency: Currency,
    method: PaymentMethod,
    methodDetail: z.string().nullable(),
    paidOn: Day,
    /** As it is now: given back since, in minor units. */
    refunded: z.int(),
    stripeReceipt: z.url().nullable(),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof Receipt>;

/** Such as "R-000412". */
export const receiptNumber = (number: number): string => `R-${String(number).padStart(6, '0')}`;

/** It came by us, so the customer gets a receipt of it: what a file told of was paid elsewhere. */
export const needsReceipt = (payment: Pick<Payment, 'status' | 'method' | 'receiptNumber'>): boolean =>
  payment.receiptNumber === null && payment.method !== 'imported' && isReceived(payment);
