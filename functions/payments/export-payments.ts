import { amountText } from '#domain/kernel/list-amount.ts';
import { csvLine, csvStart } from '#domain/kernel/list-csv.ts';
import type { ProducedFile } from '#domain/kernel/route.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { PaymentFilter, PaymentSort } from '#domain/payments/list.ts';
import { type Payment, paymentScopeOf, statusWord } from '#domain/payments/payment.ts';
import type { Work } from '#functions/work.ts';
import { wantedOf } from './list-payments.ts';

type Asked = PaymentFilter & { ids?: string[] | undefined; sort: PaymentSort };

const head = [
  'Customer',
  'Email',
  'Task',
  'Amount',
  'Currency',
  'Method',
  'Status',
  'Paid on',
  'Created at',
  'Updated at',
  'Id',
];

/** The list as a file; only what the caller's list may hold. */
export async function exportPayments(work: Work, { ids, sort, ...filter }: Asked): Promise<ProducedFile> {
  const { timeZone } = await work.workspace.get();
  const pages = work.payments.all(paymentScopeOf(work.caller), { ...(await wantedOf(work, filter)), ids }, sort);
  return { fileName: `payments-${dayIn(timeZone, work.now())}.csv`, text: lines() };

  async function* lines(): AsyncIterable<string> {
    yield csvStart + csvLine(head);
    for await (const page of pages) yield page.map(lineOf).join('');
  }
}

const lineOf = (payment: Payment): string =>
  csvLine([
    payment.customer.name,
    payment.customer.email,
    payment.task && payment.task.title,
    amountText(payment),
    payment.currency,
    payment.method,
    statusWord[payment.status],
    payment.paidOn,
    payment.createdAt,
    payment.updatedAt,
    payment.id,
  ]);
