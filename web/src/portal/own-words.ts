import { formatMoney, type Money } from '#domain/kernel/money.ts';
import type { PaymentEntry } from '#domain/payments/detail.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { formatDay } from '#web/platform/format-moment.ts';

/** What a payment is for, in the shortest words there are. */
export const subjectOf = ({ purpose, task }: Pick<Payment, 'purpose' | 'task'>): string =>
  purpose ?? task?.title ?? 'Payment';

const dayAndMonth = (day: string, today: string): string => formatDay(day).replace(` ${today.slice(0, 4)}`, '');

/** "Due 28 Nov", "Overdue since 19 Nov"; null when no day was named. */
export function dueWords(
  { request }: Pick<Payment, 'request'>,
  today: string,
): { words: string; isOverdue: boolean } | null {
  const day = request?.dueOn;
  if (!day) return null;
  if (day === today) return { words: 'Due today', isOverdue: false };
  const isOverdue = day < today;
  return { words: `${isOverdue ? 'Overdue since' : 'Due'} ${dayAndMonth(day, today)}`, isOverdue };
}

/** Overdue ones first, those without a day last. */
export const byUrgency = (one: Pick<Payment, 'request'>, other: Pick<Payment, 'request'>): number =>
  (one.request?.dueOn ?? '9').localeCompare(other.request?.dueOn ?? '9');

/** "$60.00 and €20.00" */
export const listMoney = (sums: readonly Money[]): string =>
  new Intl.ListFormat('en').format(sums.map((sum) => formatMoney(sum)));

/** Why it is not paid, as a sentence. */
export function reasonOf({ failureReason, status }: Pick<Payment, 'failureReason' | 'status'>): string {
  if (status === 'failed' && failureReason) return failureReason.endsWith('.') ? failureReason : `${failureReason}.`;
  if (status === 'failed') return 'The bank refused it.';
  return status === 'expired' ? 'The pay page was open too long.' : 'You left the pay page before paying.';
}

type Asked = { payment: Pick<Payment, 'amount' | 'currency'>; business: string };

/** An entry of the history as the customer reads it. Why money was given back is the business's own note. */
export function entryWords({ what, by, amount, detail }: PaymentEntry, { payment, business }: Asked): string {
  const money = formatMoney({ amount: amount ?? payment.amount, currency: payment.currency });
  switch (what) {
    case 'requested':
      return `${by?.name ?? business} asked for ${money}`;
    case 'opened':
      return 'Stripe’s page was opened';
    case 'declined':
      return `Declined: ${detail ?? 'the bank gave no reason'}`;
    case 'expired':
      return 'Stripe’s page was open too long';
    case 'cancelled':
      return `${business} does not ask for it any more`;
    case 'processing':
      return 'Your bank was asked and takes its time';
    case 'paid':
      return `${money} paid`;
    case 'recorded':
      return `${business} noted ${money} as paid`;
    case 'imported':
      return `${business} brought ${money} over from its books`;
    case 'receipt':
      return detail ? `Receipt ${detail}` : 'Receipt made out';
    case 'refund-asked':
      return `${money} is on its way back to you`;
    case 'refunded':
      return `${money} was given back to you`;
    case 'refund-failed':
      return `Giving back ${money} did not work yet`;
    case 'dispute-opened':
      return `Your bank asked ${business} for ${money} back`;
    case 'dispute-won':
      return `Your bank left the money with ${business}`;
    case 'dispute-lost':
      return `Your bank took ${money} back for you`;
  }
}
