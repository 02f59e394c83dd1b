import type { Container } from '@azure/cosmos';
import type { Payment } from '#domain/payments/payment.ts';
import { chunksOf } from '#functions/platform/batch.ts';

/** What measures are made from, and how new it is: `_ts` in seconds. */
export type MeasuredPayment = Pick<Payment, 'id' | 'customer' | 'counted' | 'status' | 'paidOn'> & { _ts: number };

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
});
