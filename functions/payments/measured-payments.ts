import type { Container } from '@azure/cosmos';
import * as z from 'zod';
import { Payment } from '#domain/payments/payment.ts';
import { chunksOf } from '#functions/platform/batch.ts';

/** What measures are made from, and how new it is: `_ts` in seconds. */
export type MeasuredPayment = Pick<Payment, 'id' | 'customer' | 'counted' | 'status' | 'paidOn'> & { _ts: number };

/** Of one that counts, and can be read. */
const CountedPayment = z.object({
  id: Payment.shape.id,
  customerId: Payment.shape.customer.shape.id,
  status: Payment.shape.status,
  counted: Payment.shape.counted.unwrap(),
  paidOn: Payment.shape.paidOn.unwrap(),
});
type CountedPayment = z.infer<typeof CountedPayment>;

/** The part of the payment store that segments read. */
export const measuredPayments = (payments: Container, workspaceId: string) => ({
  /** Every payment of these customers, whatever its status. */
  async ofCustomers(customerIds: string[]): Promise<MeasuredPayment[]> {
    const found: MeasuredPayment[] = [];
    for (const ids of chunksOf(customerIds, 200)) {
      const query = {
        query: `SELECT c.id, c.customer, c.paidOn, c.counted, c.status, c._ts FROM c WHERE c.kind = 'payment' AND ARRAY_CONTAINS(@ids, c.customer.id)`,
        parameters: [{ name: '@ids', value: ids }],
      };
      const partition = { partitionKey: workspaceId, maxItemCount: 1000 };
      const { resources } = await payments.items.query<MeasuredPayment>(query, partition).fetchAll();
      found.push(...resources);
    }
    return found;
  },

  /** All that count, some at a time; one that cannot be read is passed over. */
  async *everyCounted(): AsyncIterable<CountedPayment[]> {
    const query = `SELECT c.id, c.customer.id AS customerId, c.status, c.paidOn, c.counted FROM c WHERE c.kind = 'payment' AND c.counted != null`;
    const partition = { partitionKey: workspaceId, maxItemCount: 1000 };
    for await (const { resources } of payments.items.query<unknown>(query, partition).getAsyncIterator())
      yield resources.flatMap((resource) => CountedPayment.safeParse(resource).data ?? []);
  },
});
