import type { PaymentFilter, PaymentSort } from '#domain/payments/list.ts';
import { isDue, type PaymentScope } from '#domain/payments/payment.ts';
import { tokensOf } from '#domain/kernel/search.ts';
import { type Condition, matches, where } from '#functions/platform/list-query.ts';
import type { NewPayment } from './stored-payment.ts';

/** From the first day to the last, and the moments at which the first begins and the last has ended. */
export type Days = { from: string; to: string; begins: string; ended: string };
export type Wanted = Omit<PaymentFilter, 'from' | 'to'> & { days?: Days | undefined; ids?: string[] | undefined };

/** What payments are searched and filtered by, stored with every write. */
export const listedOf = (payment: NewPayment) => ({
  tokens: tokensOf(payment.customer.name, payment.customer.email),
  isDue: isDue(payment),
});

export const paymentPaths = { createdAt: 'c.createdAt', amount: 'c.amount', updatedAt: 'c.updatedAt' };

/** Receipts have no place in the orders of payments: a page begins behind them, not among them. */
export const standsIn =
  (sort: PaymentSort): Condition =>
  () =>
    `IS_DEFINED(${paymentPaths[sort.replace('-', '') as keyof typeof paymentPaths]})`;

/** Receipts lie in the same container. */
export const isPayment = where`c.kind = ${'payment'}`;

export const conditionsOf = (scope: PaymentScope, wanted: Wanted): Condition[] => {
  const { q, customerId, taskId, employeeId, status, method, currency, due, days, ids } = wanted;
  return [
    isPayment,
    where`c.status != ${'withdrawn'}`,
    ...('customerId' in scope ? [where`c.customer.id = ${scope.customerId}`] : []),
    ...('employeeId' in scope ? [where`c.employee.id = ${scope.employeeId}`] : []),
    ...(customerId ? [where`c.customer.id = ${customerId}`] : []),
    ...(taskId ? [where`c.task.id = ${taskId}`] : []),
    ...(employeeId ? [where`c.employee.id = ${employeeId}`] : []),
    ...(status ? [where`ARRAY_CONTAINS(${status}, c.status)`] : []),
    ...(method ? [where`c.method = ${method}`] : []),
    ...(currency ? [where`c.currency = ${currency}`] : []),
    ...(due ? [where`c.list.isDue = ${true}`] : []),
    ...(days ? [inDays(days)] : []),
    ...(ids ? [where`ARRAY_CONTAINS(${ids}, c.id)`] : []),
    ...matches(q),
  ];
};

/** What is paid lies on the day it was paid, all else on the day it was made. */
const inDays = ({ from, to, begins, ended }: Days): Condition =>
  where`((c.paidOn >= ${from} AND c.paidOn <= ${to}) OR (c.paidOn = null AND c.createdAt >= ${begins} AND c.createdAt < ${ended}))`;

/** Those that Stripe took on an account from one moment to another. */
export const takenOn = (account: string | null, from: string, to: string): Condition[] => [
  isPayment,
  where`c.paidAt >= ${from} AND c.paidAt < ${to} AND c.account = ${account}`,
];
