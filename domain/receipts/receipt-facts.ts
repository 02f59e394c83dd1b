import { formatMoney } from '#domain/kernel/money.ts';
import type { PaymentMethod } from '#domain/payments/payment.ts';
import { type Receipt, receiptNumber } from './receipt.ts';

/** What page and PDF say alike: a name, and one line or several. */
export type Fact = { name: string; lines: string[] };

const methods: Record<PaymentMethod, string> = {
  card: 'Card',
  upi: 'UPI',
  other: 'Online',
  cash: 'Cash',
  terminal: 'Card terminal',
  transfer: 'Bank transfer',
  imported: 'Imported',
};

type Paid = Pick<Receipt, 'method' | 'methodDetail'>;
const methodOf = ({ method, methodDetail }: Paid): string => [methods[method], methodDetail].filter(Boolean).join(', ');

/** A day has no zone, so none may move it. */
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
/** "20 November 2026". */
export const dayInWords = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`));

export const receiptTitle = ({ number, business }: Pick<Receipt, 'number' | 'business'>): string =>
  `Receipt ${receiptNumber(number)} from ${business.name}`;

/** Where the business is and how it is reached; lines it has not filled in are left out. */
export const businessLines = ({ address, taxNumber, email }: Receipt['business']): string[] =>
  [...address.split(/\r\n|[\r\n\u2028\u2029]/), taxNumber && `Tax number ${taxNumber}`, email].filter(Boolean);

export const receiptFacts = (receipt: Receipt): Fact[] => [
  { name: 'Received from', lines: [receipt.customer.name, receipt.customer.email].filter(Boolean) },
  { name: 'Paid on', lines: [dayInWords(receipt.paidOn)] },
  { name: 'Paid by', lines: [methodOf(receipt)] },
  { name: 'For', lines: [receipt.purpose] },
];

/** The amount, and what was given back since. */
export function receiptSums({ amount, refunded, currency }: Receipt): Fact[] {
  const money = (units: number): string[] => [formatMoney({ amount: units, currency })];
  const paid = { name: 'Amount paid', lines: money(amount) };
  if (refunded === 0) return [paid];
  return [
    paid,
    { name: 'Given back since', lines: money(-refunded) },
    { name: 'Net amount', lines: money(amount - refunded) },
  ];
}
