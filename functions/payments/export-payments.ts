import { workbookRows } from '#domain/kernel/list-workbook.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { ProducedBytes, ProducedFile } from '#domain/kernel/route.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { PaymentFilter, PaymentSort } from '#domain/payments/list.ts';
import { type Payment, paymentScopeOf } from '#domain/payments/payment.ts';
import { csvHead, csvRows } from '#functions/platform/sheet.ts';
import { workbook } from '#functions/platform/workbook.ts';
import type { Work } from '#functions/work.ts';
import { wantedOf } from './list-payments.ts';
import { paymentColumns as columns } from './payment-sheet.ts';

type Asked = PaymentFilter & { ids?: string[] | undefined; sort: PaymentSort };

/** The list as a file; only what the caller's list may hold. It is sent while it is read, however long it is. */
export async function exportPayments(work: Work, { ids, sort, ...filter }: Asked): Promise<ProducedFile> {
  const { timeZone } = await work.workspace.get();
  const pages = work.payments.all(paymentScopeOf(work.caller), { ...(await wantedOf(work, filter)), ids }, sort);
  return { fileName: `payments-${dayIn(timeZone, work.now())}.csv`, text: lines() };

  async function* lines(): AsyncIterable<string> {
    yield csvHead(columns);
    for await (const page of pages) yield csvRows(columns, page);
  }
}

/** The same as a workbook: counted first, for a long one is refused before it is begun. */
export async function exportWorkbook(work: Work, { ids, sort, ...filter }: Asked): Promise<ProducedBytes> {
  const { timeZone } = await work.workspace.get();
  const scope = paymentScopeOf(work.caller);
  const wanted = { ...(await wantedOf(work, filter)), ids };
  const { count } = await work.payments.count(scope, wanted, true);
  if (count > workbookRows) throw problems.tooManyRows(count, workbookRows);

  const rows: Payment[] = [];
  for await (const page of work.payments.all(scope, wanted, sort)) rows.push(...page);
  const fileName = `payments-${dayIn(timeZone, work.now())}`;
  return workbook({ fileName, sheet: 'Payments', columns, rows, timeZone });
}
