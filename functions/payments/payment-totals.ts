import type { PaymentFilter } from '#domain/payments/list.ts';
import { paymentScopeOf } from '#domain/payments/payment.ts';
import type { PaymentTotals } from '#domain/reports/payment-report.ts';
import type { Work } from '#functions/work.ts';
import { wantedOf } from './list-payments.ts';

/** What the list comes to; only what the caller's list may hold. */
export const totalPayments = async (work: Work, filter: PaymentFilter): Promise<PaymentTotals> => ({
  items: await work.payments.totals(paymentScopeOf(work.caller), await wantedOf(work, filter)),
});
