import * as z from 'zod';
import { noFacts, PaymentFacts } from '#domain/payments/facts.ts';
import { newPayment, Payment } from '#domain/payments/payment.ts';

/** Beside what people see: the facts from which it follows. */
export const StoredPayment = Payment.extend({
  ...PaymentFacts.shape,
  /** The business's Stripe account that it is paid on; null: the deployment's own. */
  account: z.string().nullable(),
});
export type StoredPayment = z.infer<typeof StoredPayment>;
export type NewPayment = Omit<StoredPayment, 'version'>;

/** A payment of which nothing is known beside what is given. */
export const newStoredPayment = (given: Parameters<typeof newPayment>[0] & Partial<NewPayment>): NewPayment => ({
  account: null,
  ...noFacts,
  ...newPayment(given),
});
