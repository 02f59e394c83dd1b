import { formatMoney } from '#domain/kernel/money.ts';
import { type Receipt, receiptNumber } from '#domain/receipts/receipt.ts';
import { dayInWords, receiptTitle } from '#domain/receipts/receipt-facts.ts';
import { config } from '#functions/platform/config.ts';
import { letterOf } from '#functions/platform/letter.ts';
import type { Mail } from '#functions/platform/mail.ts';
import type { ReceiptFile } from './draw-receipt.ts';

/** `hasLogin`: the customer can open the page as well. */
type Reader = { to: string; hasLogin: boolean };

export function receiptMail(receipt: Receipt, { fileName, type, bytes }: ReceiptFile, { to, hasLogin }: Reader): Mail {
  const { business, purpose, paidOn, paymentId, refunded, currency } = receipt;
  const paid = formatMoney(receipt);
  const letter = letterOf({
    to,
    subject: `Your ${receiptTitle(receipt).replace('Receipt', 'receipt')}`,
    sender: business.name,
    paragraphs: [
      `Thank you. We received ${paid} for: ${purpose}, on ${dayInWords(paidOn)}.`,
      ...(refunded > 0 ? [`Of it, ${formatMoney({ amount: refunded, currency })} was given back since.`] : []),
      `Your receipt ${receiptNumber(receipt.number)} is attached.`,
    ],
    button: hasLogin
      ? { label: 'See the receipt', address: `${config.publicOrigin}/receipts/${paymentId}` }
      : undefined,
    why: `You get this mail because you paid ${business.name}.`,
  });
  return { ...letter, attachments: [{ fileName, type, bytes }] };
}
