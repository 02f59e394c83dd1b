import type { ProducedBytes, ProducedFile } from '#domain/kernel/route.ts';
import type { PaymentReportQuery } from '#domain/reports/payment-report.ts';
import { csvHead, csvRows } from '#functions/platform/sheet.ts';
import { workbook } from '#functions/platform/workbook.ts';
import type { Work } from '#functions/work.ts';
import { reportPayments } from './report-payments.ts';
import { columnsOf, linesOf } from './report-sheet.ts';

export async function exportReport(work: Work, query: PaymentReportQuery): Promise<ProducedFile> {
  const report = await reportPayments(work, query);
  const columns = columnsOf(report);

  async function* text(): AsyncIterable<string> {
    yield csvHead(columns) + csvRows(columns, linesOf(report));
  }
  const { by, from, to } = report;
  return { fileName: `payments-by-${by}-${from}-${to}.csv`, text: text() };
}

export async function exportReportWorkbook(work: Work, query: PaymentReportQuery): Promise<ProducedBytes> {
  const report = await reportPayments(work, query);
  const { timeZone } = await work.workspace.get();
  const [columns, rows] = [columnsOf(report), linesOf(report)];
  const { by, from, to } = report;
  return workbook({ fileName: `payments-by-${by}-${from}-${to}`, sheet: `Payments by ${by}`, columns, rows, timeZone });
}
