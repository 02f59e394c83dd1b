import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { tokensOf } from '#domain/kernel/search.ts';
import type { PaymentFilter, PaymentSort } from '#domain/payments/list.ts';
import { Payment, type PaymentScope } from '#domain/payments/payment.ts';
import { chunksOf } from '#functions/platform/batch.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { type Condition, lists, matches, where } from '#functions/platform/list-query.ts';
import { importedPayments } from './imported-payments.ts';
import { paymentCustomer } from './payment-customer.ts';

const payments = container('payments');

/** Beside what people see: Stripe's session, once there is one, and the import that brought it. */
const StoredPayment = Payment.extend({
  sessionId: z.string().nullable().default(null),
  importId: Id.nullable().default(null),
});
export type StoredPayment = z.infer<typeof StoredPayment>;
export type NewPayment = Omit<Payment, 'version'>;
/** What measures are made from, and how new it is: `_ts` in seconds. */
export type MeasuredPayment = Pick<Payment, 'id' | 'customer' | 'amount' | 'status' | 'paidOn'> & { _ts: number };

/** From the first day to the last, and the moments at which the first begins and the last has ended. */
export type Days = { from: string; to: string; begins: string; ended: string };
export type Wanted = Omit<PaymentFilter, 'from' | 'to'> & { days?: Days | undefined; ids?: string[] | undefined };
type Asked = Wanted & Pick<PageQuery, 'cursor' | 'limit'> & { sort?: PaymentSort };

/** What the list is searched by, stored with every write. */
const extrasOf = ({ customer }: NewPayment) => ({ list: { tokens: tokensOf(customer.name, customer.email) } });

const paths = { createdAt: 'c.createdAt', amount: 'c.amount', updatedAt: 'c.updatedAt' };

/** Payments of one workspace. */
export const paymentStore = (workspaceId: string) => {
  const { find, get, add, replace, page } = documents('The payment', payments, StoredPayment, workspaceId, {
    workspaceId,
  });
  const list = lists(payments, workspaceId, page);
  const partition = { partitionKey: workspaceId, maxItemCount: 1000 };

  return {
    find,
    get,
    add: (payment: NewPayment): Promise<StoredPayment> =>
      add({ ...payment, sessionId: null, importId: null }, extrasOf(payment)),
    replace: (payment: StoredPayment): Promise<StoredPayment> => replace(payment, extrasOf(payment)),

    /** Newest first unless asked otherwise, and only those the scope allows. */
    list: (scope: PaymentScope, { sort = '-createdAt', cursor, limit, ...wanted }: Asked): Promise<Page<Payment>> =>
      list.page(conditionsOf(scope, wanted), { sort, paths }, { cursor, limit }),

    all: (scope: PaymentScope, wanted: Wanted, sort: PaymentSort): AsyncIterable<Payment[]> =>
      list.all(conditionsOf(scope, wanted), { sort, paths }),

    count: (scope: PaymentScope, wanted: Wanted, isExact: boolean): Promise<Count> =>
      list.count(conditionsOf(scope, wanted), isExact),

    /** Remembers Stripe's session beside the payment; keeping the same one twice is nothing new. */
    async keepSession(id: string, sessionId: string): Promise<void> {
      await payments.item(id, workspaceId).patch([{ op: 'set', path: '/sessionId', value: sessionId }]);
    },

    /** The newest hundred of one task. */
    async ofTask(taskId: string): Promise<Payment[]> {
      const query = 'SELECT * FROM c WHERE c.task.id = @taskId ORDER BY c.createdAt DESC';
      return (await page({ query, parameters: [{ name: '@taskId', value: taskId }] }, { limit: 100 })).items;
    },

    /** Every payment of these customers, whatever its status: what their measures are made from. */
    async ofCustomers(customerIds: string[]): Promise<MeasuredPayment[]> {
      const found: MeasuredPayment[] = [];
      for (const ids of chunksOf(customerIds, 200)) {
        const query = {
          query: `SELECT c.id, c.customer, c.paidOn, c.amount, c.status, c._ts FROM c WHERE ARRAY_CONTAINS(@ids, c.customer.id)`,
          parameters: [{ name: '@ids', value: ids }],
        };
        const { resources } = await payments.items.query<MeasuredPayment>(query, partition).fetchAll();
        found.push(...resources);
      }
      return found;
    },

    ...importedPayments(payments, workspaceId, extrasOf),
    ...paymentCustomer(payments, workspaceId),
  };
};

const conditionsOf = (scope: PaymentScope, wanted: Wanted): Condition[] => {
  const { q, customerId, taskId, status, method, days, ids } = wanted;
  return [
    where`c.status != ${'withdrawn'}`,
    ...('customerId' in scope ? [where`c.customer.id = ${scope.customerId}`] : []),
    ...(customerId ? [where`c.customer.id = ${customerId}`] : []),
    ...(taskId ? [where`c.task.id = ${taskId}`] : []),
    ...(status ? [where`ARRAY_CONTAINS(${status}, c.status)`] : []),
    ...(method ? [where`c.method = ${method}`] : []),
    ...(days ? [inDays(days)] : []),
    ...(ids ? [where`ARRAY_CONTAINS(${ids}, c.id)`] : []),
    ...matches(q),
  ];
};

/** What is paid lies on the day it was paid, all else on the day it was made. */
const inDays = ({ from, to, begins, ended }: Days): Condition =>
  where`((c.paidOn >= ${from} AND c.paidOn <= ${to}) OR (c.paidOn = null AND c.createdAt >= ${begins} AND c.createdAt < ${ended}))`;
