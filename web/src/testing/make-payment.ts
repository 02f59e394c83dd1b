import type { PaymentDetail, PaymentEntry } from '#domain/payments/detail.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { make } from './make.ts';

const tomas = { id: '0193f0a0-0000-7000-8000-0000000000aa', name: 'Tomas Abara' };

/** What staff asked for and nobody has paid. */
export const makeRequested = (change: Partial<Payment> = {}, dueOn: string | null = null): Payment => {
  const payment = make.payment();
  return {
    ...payment,
    status: 'requested',
    method: null,
    methodDetail: null,
    paidOn: null,
    request: { by: tomas, at: payment.createdAt, dueOn },
    ...change,
  };
};

export const makeEntry = (what: PaymentEntry['what'], change: Partial<PaymentEntry> = {}): PaymentEntry => ({
  what,
  at: '2026-11-20T09:00:00.000Z',
  by: null,
  amount: null,
  detail: null,
  ...change,
});

/** A payment with what happened to it. */
export const makeDetail = (payment: Payment, change: Partial<PaymentDetail> = {}): PaymentDetail => ({
  ...payment,
  entries: [makeEntry('opened'), makeEntry('paid')],
  refunds: [],
  refundable: 0,
  dispute: null,
  stripeReceipt: null,
  ...change,
});
