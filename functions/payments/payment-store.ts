import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import type { PaymentSort } from '#domain/payments/list.ts';
import type { PaymentScope } from '#domain/payments/payment.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { lists } from '#functions/platform/list-query.ts';
import { importedPayments } from './imported-payments.ts';
import { measuredPayments } from './measured-payments.ts';
import { conditionsOf, listedOf, paymentPaths as paths, standsIn, takenOn, type Wanted } from './payment-conditions.ts';
import { paymentCustomer } from './payment-customer.ts';
import { paymentPeople } from './payment-people.ts';
import { paymentSums } from './payment-sums.ts';
import { unsettledPayments } from './unsettled-payments.ts';
import { type NewPayment, StoredPayment } from './stored-payment.ts';

const payments = container('payments');

type Asked = Wanted & Pick<PageQuery, 'cursor' | 'limit'> & { sort?: PaymentSort };

/** Payments of one workspace. Receipts lie beside them, in the store of receipts. */
export const paymentStore = (workspaceId: string) => {
  const mark = { workspaceId, kind: 'payment' };
  const { find, get, add, replace, page } = documents('The payment', payments, StoredPayment, workspaceId, mark);
  const list = lists(payments, workspaceId, page);
  const extrasOf = (payment: NewPayment) => ({ list: listedOf(payment) });

  return {
    find,
    get,

    /** 409 from Cosmos when the id is taken. */
    addNew: (payment: NewPayment): Promise<StoredPayment> => add(payment, extrasOf(payment)),

    /** Only over the version that was read: 412 otherwise. */
    replace: (payment: StoredPayment): Promise<StoredPayment> => replace(payment, extrasOf(payment)),

    /** Newest first unless asked otherwise, and only those the scope allows. */
    list: (
      scope: PaymentScope,
      { sort = '-createdAt', cursor, limit, ...wanted }: Asked,
    ): Promise<Page<StoredPayment>> =>
      list.page([...conditionsOf(scope, wanted), standsIn(sort)], { sort, paths }, { cursor, limit }),

    all: (scope: PaymentScope, wanted: Wanted, sort: PaymentSort): AsyncIterable<StoredPayment[]> =>
      list.all([...conditionsOf(scope, wanted), standsIn(sort)], { sort, paths }),

    count: (scope: PaymentScope, wanted: Wanted, isExact: boolean): Promise<Count> =>
      list.count(conditionsOf(scope, wanted), isExact),

    /** The newest hundred of one task. */
    ofTask: async (scope: PaymentScope, taskId: string): Promise<StoredPayment[]> =>
      (await list.page(conditionsOf(scope, { taskId }), { sort: '-createdAt', paths }, { limit: 100 })).items,

    /** The ids of those that Stripe took on an account from one moment to another. */
    taken: (account: string | null, from: string, to: string): Promise<string[]> =>
      list.ids(takenOn(account, from, to)),

    /** The reconciler looks after it until Stripe has said its last word. */
    noteUnsettled: (id: string, at: Date): Promise<void> => unsettledPayments.note(workspaceId, id, at.toISOString()),

    ...measuredPayments(payments, workspaceId),
    ...importedPayments(payments, workspaceId),
    ...paymentCustomer(payments, workspaceId),
    ...paymentPeople(payments, workspaceId),
    ...paymentSums(payments, workspaceId),
  };
};
