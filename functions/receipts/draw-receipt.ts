import { type Receipt, receiptNumber } from '#domain/receipts/receipt.ts';
import type { SystemWork } from '#functions/work.ts';
import { receiptPdf } from './receipt-pdf.ts';

export type ReceiptFile = { fileName: string; type: 'application/pdf'; bytes: Uint8Array };

export async function drawReceipt({ logos }: Pick<SystemWork, 'logos'>, receipt: Receipt): Promise<ReceiptFile> {
  const { logo } = receipt.business;
  const bytes = await receiptPdf(receipt, logo === null ? null : await logos.read(logo, 'jpeg'));
  return { fileName: `${receiptNumber(receipt.number)}.pdf`, type: 'application/pdf', bytes };
}
