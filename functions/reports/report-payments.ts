import { daysOfTwoMonths, monthOf } from '#domain/reports/months.ts';
import type { PaymentReport, PaymentReportQuery } from '#domain/reports/payment-report.ts';
import { reportOf } from '#domain/reports/report-of.ts';
import { paymentScopeOf } from '#domain/payments/payment.ts';
import { daysOf } from '#functions/payments/list-payments.ts';
import type { Work } from '#functions/work.ts';

/** The whole report is one query: the database adds up. */
export async function reportPayments(work: Work, query: PaymentReportQuery): Promise<PaymentReport> {
  const { currency, timeZone } = await work.workspace.get();
  const groups = await work.payments.groups(paymentScopeOf(work.caller), query.by, {
    ...daysOf(timeZone, query),
    daysOfTwoMonths: daysOfTwoMonths(timeZone, query),
  });
  if (query.by !== 'month') return reportOf(query, currency, groups);
  const byMonth = groups.map((group) => ({ ...group, key: group.key && monthOf(timeZone, group.key) }));
  return reportOf(query, currency, byMonth);
}
