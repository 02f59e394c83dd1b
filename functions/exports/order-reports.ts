import { json } from 'node:stream/consumers';
import { archives } from './archives.ts';
import { type Order, OrderReport, reportOf } from './order.ts';

export async function readOrderReport(of: Pick<Order, 'orderId'>): Promise<OrderReport | null> {
  const blob = archives.getBlobClient(reportOf(of));
  if (!(await blob.exists())) return null;
  // At once: `downloadToBuffer` asks for the length first, and the next report may be longer.
  return OrderReport.parse(await json((await blob.download()).readableStreamBody!));
}

export async function writeOrderReport(of: Order, report: Omit<OrderReport, 'at'>): Promise<void> {
  const text = Buffer.from(JSON.stringify({ ...report, at: new Date().toISOString() } satisfies OrderReport));
  await archives.getBlockBlobClient(reportOf(of)).uploadData(text);
}
