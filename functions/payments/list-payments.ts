import { dayAfter, startOfDay } from '#domain/kernel/list-days.ts';
import type { Count } from '#domain/kernel/list.ts';
import type { Page } from '#domain/kernel/page.ts';
import type { PaymentFilter, PaymentListQuery } from '#domain/payments/list.ts';
import { type Payment, paymentScopeOf } from '#domain/payments/payment.ts';
import { readTask } from '#functions/tasks/read-task.ts';
import type { Work } from '#functions/work.ts';
import type { Days, Wanted } from './payment-conditions.ts';

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

/** A customer sees those of a task that they paid themselves: it may have been another's before. */
export async function listPaymentsOfTask(work: Work, taskId: string): Promise<{ items: Payment[] }> {
  await readTask(work, taskId);
  const scope = paymentScopeOf(work.caller);
  return { items: await work.payments.ofTask('employeeId' in scope ? { all: true } : scope, taskId) };
}

export async function wantedOf({ workspace }: Work, { from, to, ...filter }: PaymentFilter): Promise<Wanted> {
  if (!from && !to) return filter;
  const { timeZone } = await workspace.get();
  return { ...filter, days: daysOf(timeZone, { from, to }) };
}

type Range = { from?: string | undefined; to?: string | undefined };

/** An end that is not given lies far away. */
export function daysOf(timeZone: string, { from = '1900-01-01', to = '9998-12-31' }: Range): Days {
  const [begins, ended] = [from, dayAfter(to)].map((day) => startOfDay(timeZone, day).toISOString());
  return { from, to, begins: begins!, ended: ended! };
}
