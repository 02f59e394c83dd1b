import type { PaymentReportQuery, ReportBy } from '#domain/reports/payment-report.ts';
import { chosenDays, type PeriodChoice } from '#web/payments/period.ts';

export const tabs: readonly { by: ReportBy; label: string }[] = [
  { by: 'month', label: 'By month' },
  { by: 'method', label: 'By method' },
  { by: 'status', label: 'By status' },
  { by: 'task', label: 'By task' },
  { by: 'employee', label: 'By employee' },
];

/** This year, until days are chosen. */
export const choiceOf = ({ period, from, to }: PeriodChoice): PeriodChoice =>
  period || from || to ? { period, from, to } : { period: 'this-year' };

/** What is asked of the server. An end that is not chosen is today, a beginning the first day of that year. */
export function wishOf(by: ReportBy, choice: PeriodChoice, today: string): PaymentReportQuery {
  const { from, to = today } = chosenDays(choice, today);
  const begins = from ?? `${to.slice(0, 4)}-01-01`;
  return { by, from: begins, to: to < begins ? begins : to };
}
