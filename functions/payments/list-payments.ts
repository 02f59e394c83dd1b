import { dayAfter, startOfDay } from '#domain/kernel/list-days.ts';
import type { Count } from '#domain/kernel/list.ts';
import type { Page } from '#domain/kernel/page.ts';
import type { PaymentFilter, PaymentListQuery } from '#domain/payments/list.ts';
import { type Payment, paymentScopeOf } from '#domain/payments/payment.ts';
import type { Work } from '#functions/work.ts';
import type { Days, Wanted } from './payment-store.ts';

export async function listPayments(
  work: Work,
  { cursor, limit, sort, ...filter }: PaymentListQuery,
): Promise<Page<Payment>> {
  return work.payments.list(paymentScopeOf(work.caller), { ...(await wantedOf(work, filter)), cursor, limit, sort });
}

export async function countPayments(
  work: Work,
  { exact, ...filter }: PaymentFilter & { exact?: '1' | undefined },
): Promise<Count> {
  return work.payments.count(paymentScopeOf(work.caller), await wantedOf(work, filter), exact === '1');
}

export async function wantedOf(work: Work, { from, to, ...filter }: PaymentFilter): Promise<Wanted> {
  return from || to ? { ...filter, days: await daysOf(work, from, to) } : filter;
}

/** An end that is not given lies far away. */
async function daysOf({ workspace }: Work, from = '1900-01-01', to = '9998-12-31'): Promise<Days> {
  const { timeZone } = await workspace.get();
  const [begins, ended] = [from, dayAfter(to)].map((day) => startOfDay(timeZone, day).toISOString());
  return { from, to, begins: begins!, ended: ended! };
}
