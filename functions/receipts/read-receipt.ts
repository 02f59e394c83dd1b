import { problems } from '#domain/kernel/problem.ts';
import type { ProducedBytes, ProducedPicture } from '#domain/kernel/route.ts';
import type { Receipt } from '#domain/receipts/receipt.ts';
import { readPayment } from '#functions/payments/read-payment.ts';
import type { Work } from '#functions/work.ts';
import { drawReceipt } from './draw-receipt.ts';
import { presentReceipt } from './present-receipt.ts';

/** For who may see the payment. There is none before the payment came, and for a moment after. */
export async function readReceipt(work: Work, paymentId: string): Promise<Receipt> {
  const payment = await readPayment(work, paymentId);
  return presentReceipt(await work.receipts.get(paymentId), payment);
}

export async function produceReceipt(work: Work, paymentId: string): Promise<ProducedBytes> {
  const { bytes, ...file } = await drawReceipt(work, await readReceipt(work, paymentId));
  return {
    ...file,
    size: bytes.byteLength,
    bytes: new Blob([new Uint8Array(bytes)]).stream(),
    disposition: 'attachment',
  };
}

export async function showLogo({ logos }: Work, logo: string): Promise<ProducedPicture> {
  const bytes = await logos.read(logo, 'webp');
  if (!bytes) throw problems.notFound('The logo');
  return { bytes, etag: `"${logo}"` };
}
