import { countableOn } from '#functions/rates/base-on.ts';
import type { Work } from '#functions/work.ts';
import { payPage } from './pay-page.ts';
import { readPayment } from './read-payment.ts';

/** For what staff asked for, and once more after a failure. */
export async function payAgain(work: Work, paymentId: string): Promise<{ paymentId: string; url: string }> {
  const payment = await readPayment(work, paymentId);
  await countableOn(work, payment, 'today');
  return { paymentId, url: await payPage(work, paymentId) };
}
