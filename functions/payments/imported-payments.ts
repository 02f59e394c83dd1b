import type { Container, OperationInput } from '@azure/cosmos';
import type { Payment } from '#domain/payments/payment.ts';
import { chunksOf, maxBatch, runBatch } from '#functions/platform/batch.ts';
import { listedOf } from './payment-conditions.ts';
import { newStoredPayment } from './stored-payment.ts';

export type ImportedPayment = Parameters<typeof newStoredPayment>[0];
type Stored = { id: string; status: Payment['status']; importId: string | null; _etag: string };

/** The part of the payment store that imports read and write. All of it is safe to repeat. */
export const importedPayments = (payments: Container, workspaceId: string) => {
  const partition = { partitionKey: workspaceId, maxItemCount: 1000 };

  const storedOf = async (ids: string[]): Promise<Map<string, Stored>> => {
    const query = {
      query:
        'SELECT c.id, c.status, c.importId, c._etag FROM c WHERE c.kind = "payment" AND ARRAY_CONTAINS(@ids, c.id)',
      parameters: [{ name: '@ids', value: ids }],
    };
    const { resources } = await payments.items.query<Stored>(query, partition).fetchAll();
    return new Map(resources.map((stored) => [stored.id, stored]));
  };

  return {
    /** How many of the ids are stored and not taken back. */
    async countStored(ids: string[]): Promise<number> {
      let count = 0;
      for (const chunk of chunksOf(ids, 500)) {
        const stored = await storedOf(chunk);
        count += [...stored.values()].filter(({ status }) => status !== 'withdrawn').length;
      }
      return count;
    },

    /** Stores those that are not there yet or were taken back; the answer is how many are there by this import. */
    async addImported(rows: ImportedPayment[], importId: string): Promise<number> {
      let added = 0;
      for (const chunk of chunksOf(rows, maxBatch)) {
        for (;;) {
          const stored = await storedOf(chunk.map(({ id }) => id));
          const bodyOf = (row: ImportedPayment) => {
            const payment = newStoredPayment({ ...row, importId });
            return { ...payment, list: listedOf(payment), kind: 'payment', workspaceId };
          };
          const operations = chunk.flatMap((payment): OperationInput[] => {
            const there = stored.get(payment.id);
            if (!there) return [{ operationType: 'Create', resourceBody: bodyOf(payment) }];
            if (there.status !== 'withdrawn') return [];
            return [{ operationType: 'Replace', id: payment.id, resourceBody: bodyOf(payment), ifMatch: there._etag }];
          });
          if (operations.length > 0 && (await runBatch(payments, operations, workspaceId)) === 'lost-race') continue;
          const before = [...stored.values()].filter(
            ({ status, importId: by }) => status !== 'withdrawn' && by === importId,
          );
          added += operations.length + before.length;
          break;
        }
      }
      return added;
    },

    /** Takes back those that this import added: they stay stored and count nowhere. The answer is how many there are. */
    async withdraw(ids: string[], importId: string, at: string): Promise<number> {
      let withdrawn = 0;
      for (const chunk of chunksOf(ids, maxBatch)) {
        for (;;) {
          const own = [...(await storedOf(chunk)).values()].filter((stored) => stored.importId === importId);
          const operations = own
            .filter(({ status }) => status !== 'withdrawn')
            .map(({ id, _etag }): OperationInput => ({
              operationType: 'Patch',
              id,
              ifMatch: _etag,
              resourceBody: {
                operations: [
                  { op: 'set', path: '/status', value: 'withdrawn' },
                  { op: 'set', path: '/counted', value: null },
                  { op: 'set', path: '/updatedAt', value: at },
                ],
              },
            }));
          if (operations.length > 0 && (await runBatch(payments, operations, workspaceId)) === 'lost-race') continue;
          withdrawn += own.length;
          break;
        }
      }
      return withdrawn;
    },

    /** Those of the customers who have a payment of any kind that was not taken back. */
    async payersAmong(customerIds: string[]): Promise<Set<string>> {
      const found = new Set<string>();
      for (const ids of chunksOf(customerIds, 200)) {
        const query = {
          query:
            "SELECT VALUE c.customer.id FROM c WHERE c.kind = 'payment' AND ARRAY_CONTAINS(@ids, c.customer.id) AND c.status != 'withdrawn'",
          parameters: [{ name: '@ids', value: ids }],
        };
        const { resources } = await payments.items.query<string>(query, partition).fetchAll();
        for (const id of resources) found.add(id);
      }
      return found;
    },
  };
};
