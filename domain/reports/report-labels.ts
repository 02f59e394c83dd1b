import { PaymentStatus, statusWord } from '#domain/payments/payment.ts';
import type { ReportBy } from './payment-report.ts';

/** The head of a report's first column. */
export const reportWord: Record<ReportBy, string> = {
  month: 'Month',
  method: 'Payment method',
  status: 'Status',
  task: 'Task',
  employee: 'Employee',
};

const missing: Record<ReportBy, string> = {
  month: '',
  method: 'Not chosen yet',
  status: '',
  task: 'No task',
  employee: 'Nobody',
};

/** What a person reads for a key; `name` is what an id stands for. */
export function labelOf(by: ReportBy, key: string | null, name: string | null): string {
  if (key === null) return missing[by];
  if (by === 'month') return monthWord(key);
  if (by === 'status') return statusWord[PaymentStatus.parse(key)];
  return by === 'method' ? key.toUpperCase() : (name ?? missing[by]);
}

const months = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthWord = (month: string): string => months.format(new Date(`${month}-01T00:00:00Z`));
