import { formatMoney } from '#domain/kernel/money.ts';
import type { PaymentDetail } from '#domain/payments/detail.ts';
import type { PaymentMethod } from '#domain/payments/payment.ts';
import type { Refund } from '#domain/payments/refund.ts';
import { problems } from '#domain/kernel/problem.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';

/** Why nothing can be given back; null when something can. */
export function whyNoRefund({ status, refundable, refunds, amount, currency }: PaymentDetail): string | null {
  if (refundable > 0) return null;
  if (status === 'disputed')
    return 'The bank asks for this money back in a dispute. While that is open, and when it is lost, nothing can be refunded.';
  if (refunds.some((refund) => refund.status === 'asked' || refund.status === 'pending'))
    return 'Nothing is left: a refund of the rest is on its way.';
  return `Nothing is left: all of ${formatMoney({ amount, currency })} has been given back.`;
}

const byStripe: readonly (PaymentMethod | null)[] = ['card', 'upi', 'other'];

/** What came without Stripe can only be noted down here. */
export const wayBack = ({ method }: Pick<PaymentDetail, 'method'>): string =>
  byStripe.includes(method) ? 'It goes back the way it came.' : 'Hand it back yourself: here it is noted down.';

/** A refund may succeed at once, later, or not at all. */
export function tellRefund(refund: Refund | undefined, { currency, customer }: PaymentDetail): void {
  if (!refund) return;
  const money = formatMoney({ amount: refund.amount, currency });
  if (refund.status === 'failed') {
    const why = refund.failureReason ? `: ${refund.failureReason}` : '';
    return void toastProblem(problems.conflict(`The refund of ${money} failed${why}`));
  }
  toast(refund.status === 'succeeded' ? `${money} refunded to ${customer.name}` : `Refund of ${money} is on its way`);
}
