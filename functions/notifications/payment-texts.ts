import { formatMoney, type Money } from '#domain/kernel/money.ts';
import type { Dispute } from '#domain/payments/dispute.ts';
import type { Payment } from '#domain/payments/payment.ts';
import type { Refund } from '#domain/payments/refund.ts';

// What a person reads in the bell and in the mail, after the title of what it is about.

export const amountOf = ({ amount, currency }: Money): string => formatMoney({ amount, currency });

/** Said after the name of who asks. */
export function requestText(payment: Pick<Payment, 'amount' | 'currency' | 'purpose' | 'request' | 'task'>): string {
  const { request, purpose, task } = payment;
  const what = task && purpose ? `: ${purpose}` : '';
  return `asks you to pay ${amountOf(payment)}${request?.dueOn ? ` by ${dayInWords(request.dueOn)}` : ''}${what}`;
}

export const receivedText = (payment: Money): string => `Your payment of ${amountOf(payment)} was received`;

/** A card's money comes back as slowly as its bank books it; across the counter it is there. */
export function refundedText(payment: Money & Pick<Payment, 'method'>, { amount }: Pick<Refund, 'amount'>): string {
  const paid = `your payment of ${amountOf(payment)}`;
  const part = amountOf({ amount, currency: payment.currency });
  const what = amount === payment.amount ? `Y${paid.slice(1)} was refunded` : `${part} of ${paid} was refunded`;
  const isByBank = payment.method === 'card' || payment.method === 'upi' || payment.method === 'other';
  return isByBank ? `${what}. It can take your bank 5 to 10 days to show it` : what;
}

export const refundFailedText = (
  { currency, customer }: Pick<Payment, 'currency' | 'customer'>,
  { amount, failureReason }: Pick<Refund, 'amount' | 'failureReason'>,
): string =>
  `The refund of ${amountOf({ amount, currency })} to ${customer.name} did not go through${failureReason ? `: ${failureReason}` : ''}`;

export function disputeText(
  { currency, customer }: Pick<Payment, 'currency' | 'customer'>,
  { status, amount, reason, answerBy }: Pick<Dispute, 'status' | 'amount' | 'reason' | 'answerBy'>,
): string {
  const sum = amountOf({ amount, currency });
  if (status === 'won') return `The dispute over ${sum} from ${customer.name} was won: the money stays with you`;
  if (status === 'lost') return `The dispute over ${sum} from ${customer.name} was lost: the bank keeps the money`;
  const until = answerBy ? `. Answer in Stripe by ${dayInWords(answerBy.slice(0, 10))}` : '';
  return `The bank of ${customer.name} disputes ${sum}: ${reason.toLowerCase()}${until}`;
}

const dayInWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
