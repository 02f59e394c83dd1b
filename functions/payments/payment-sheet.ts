import { type Payment, statusWord } from '#domain/payments/payment.ts';
import { day, moment, type SheetColumn } from '#functions/platform/sheet.ts';

/** What a file of payments holds. */
export const paymentColumns: readonly SheetColumn<Payment>[] = [
  { header: 'Customer', width: 24, value: ({ customer }) => customer.name },
  { header: 'Email', width: 28, value: ({ customer }) => customer.email },
  { header: 'Task', width: 28, value: ({ task }) => task && task.title },
  { header: 'Purpose', width: 28, value: ({ purpose }) => purpose },
  { header: 'Employee', width: 20, value: ({ employee }) => employee && employee.name },
  { header: 'Amount', width: 12, value: ({ amount, currency }) => ({ amount, currency }) },
  { header: 'Currency', width: 10, value: ({ currency }) => currency },
  { header: 'Refunded', width: 12, value: ({ refunded, currency }) => ({ amount: refunded, currency }) },
  { header: 'Base amount', width: 12, value: ({ base }) => base && { amount: base.amount, currency: base.currency } },
  { header: 'Base currency', width: 14, value: ({ base }) => base && base.currency },
  { header: 'Method', width: 10, value: ({ method }) => method },
  { header: 'Status', width: 20, value: ({ status }) => statusWord[status] },
  { header: 'Paid on', width: 12, value: ({ paidOn }) => day(paidOn) },
  { header: 'Receipt', width: 10, value: ({ receiptNumber }) => receiptNumber },
  { header: 'Created at', width: 20, value: ({ createdAt }) => moment(createdAt) },
  { header: 'Updated at', width: 20, value: ({ updatedAt }) => moment(updatedAt) },
  { header: 'Id', width: 38, value: ({ id }) => id },
];
