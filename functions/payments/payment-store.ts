import * as z from 'zod';
import type { Page } from '#domain/kernel/page.ts';
import { Payment, type PaymentScope } from '#domain/payments/payment.ts';
import { chunksOf, maxBatch, runBatch } from '#functions/platform/batch.ts';
import { container, documents } from '#functions/platform/cosmos.ts';

const payments = container('payments');

/** Beside what people see: Stripe's session, once there is one. */
const StoredPayment = Payment.extend({ sessionId: z.string().nullable().default(null) });
export type StoredPayment = z.infer<typeof StoredPayment>;
export type NewPayment = Omit<Payment, 'version'>;
/** What one counted payment adds to a customer's measures. */
export type CountedPayment = { customerId: string; paidOn: string; amount: number };

type Filter = { customerId?: string | undefined; cursor?: string | undefined; limit: number };

/** Payments of one workspace. */
export const paymentStore = (workspaceId: string) => {
  const { find, get, add, replace, page } = documents('The payment', payments, StoredPayment, workspaceId, {
    workspaceId,
  });
  const partition = { partitionKey: workspaceId, maxItemCount: 1000 };

  const knownIds = async (ids: string[]): Promise<Set<string>> => {
    const query = {
      query: 'SELECT VALUE c.id FROM c WHERE ARRAY_CONTAINS(@ids, c.id)',
      parameters: [{ name: '@ids', value: ids }],
    };
    const { resources } = await payments.items.query<string>(query, partition).fetchAll();
    return new Set(resources);
  };

  return {
    find,
    get,
    add: (payment: NewPayment): Promise<StoredPayment> => add({ ...payment, sessionId: null }),
    replace,

    /** Newest first, and only those the scope allows. */
    list(scope: PaymentScope, { customerId, ...where }: Filter): Promise<Page<Payment>> {
      const wanted = 'customerId' in scope ? scope.customerId : customerId;
      const filter = wanted ? 'WHERE c.customer.id = @customerId' : '';
      const parameters = wanted ? [{ name: '@customerId', value: wanted }] : [];
      return page({ query: `SELECT * FROM c ${filter} ORDER BY c.createdAt DESC`, parameters }, where);
    },

    /** Remembers Stripe's session beside the payment; keeping the same one twice is nothing new. */
    async keepSession(id: string, sessionId: string): Promise<void> {
      await payments.item(id, workspaceId).patch([{ op: 'set', path: '/sessionId', value: sessionId }]);
    },

    /** The newest hundred of one task. */
    async ofTask(taskId: string): Promise<Payment[]> {
      const query = 'SELECT * FROM c WHERE c.task.id = @taskId ORDER BY c.createdAt DESC';
      return (await page({ query, parameters: [{ name: '@taskId', value: taskId }] }, { limit: 100 })).items;
    },

    /** Every counted payment of these customers: what their measures are made from. */
    async ofCustomers(customerIds: string[]): Promise<CountedPayment[]> {
      const found: CountedPayment[] = [];
      for (const ids of chunksOf(customerIds, 200)) {
        const query = {
          query: `SELECT c.customer.id AS customerId, c.paidOn, c.amount FROM c WHERE ARRAY_CONTAINS(@ids, c.customer.id) AND c.status = 'paid'`,
          parameters: [{ name: '@ids', value: ids }],
        };
        const { resources } = await payments.items.query<CountedPayment>(query, partition).fetchAll();
        found.push(...resources);
      }
      return found;
    },

    /** Stores those that are not there yet; the answer is how many were new. Safe to repeat. */
    async addImported(rows: NewPayment[]): Promise<number> {
      let added = 0;
      for (const chunk of chunksOf(rows, maxBatch)) {
        for (;;) {
          const known = await knownIds(chunk.map(({ id }) => id));
          const missing = chunk.filter(({ id }) => !known.has(id));
          const operations = missing.map((payment) => ({
            operationType: 'Create' as const,
            resourceBody: { ...payment, workspaceId },
          }));
          if (operations.length > 0 && (await runBatch(payments, operations, workspaceId)) === 'lost-race') continue;
          added += missing.length;
          break;
        }
      }
      return added;
    },
  };
};
