import type { OperationInput } from '@azure/cosmos';
import * as z from 'zod';
import { Id, Version } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';
import { Receipt } from '#domain/receipts/receipt.ts';
import { runBatch } from '#functions/platform/batch.ts';
import { container, documents } from '#functions/platform/cosmos.ts';

const payments = container('payments');

/** What a receipt says is said when it is issued; what became of the payment since stands with the payment. */
export const StoredReceipt = z.object({
  id: z.string(),
  paymentId: Id,
  number: z.int().positive(),
  issuedAt: Moment,
  /** When it went to the customer; null: not yet, or there is no address. */
  mailedAt: Moment.nullable(),
  says: Receipt.pick({
    business: true,
    customer: true,
    purpose: true,
    amount: true,
    currency: true,
    method: true,
    methodDetail: true,
    paidOn: true,
  }),
  version: Version,
});
export type StoredReceipt = z.infer<typeof StoredReceipt>;
export type NewReceipt = Omit<StoredReceipt, 'version' | 'id' | 'number'>;

const counterId = 'receipt-counter';
/** The last number that was given out. */
const Counter = z.object({ id: z.string(), last: z.int(), version: Version });

const idOf = (paymentId: string): string => `receipt:${paymentId}`;

/** The receipts of one workspace, beside its payments. */
export const receiptStore = (workspaceId: string) => {
  const mark = { workspaceId, kind: 'receipt' };
  const receipts = documents('The receipt', payments, StoredReceipt, workspaceId, mark);
  const counters = documents('The counter', payments, Counter, workspaceId, { workspaceId, kind: counterId });

  return {
    find: (paymentId: string): Promise<StoredReceipt | null> => receipts.find(idOf(paymentId)),
    get: (paymentId: string): Promise<StoredReceipt> => receipts.get(idOf(paymentId)),

    /**
     * Gives it the next number, all or nothing: counter, receipt and payment lie in one partition. `lost-race` when
     * another number was given out meanwhile, or the payment is no longer at this version.
     */
    async issue(receipt: NewReceipt, paymentVersion: string): Promise<'done' | 'lost-race'> {
      const counter = await counters.find(counterId);
      const number = (counter?.last ?? 0) + 1;
      const counted = { id: counterId, workspaceId, kind: counterId, last: number };
      const operations: OperationInput[] = [
        counter
          ? { operationType: 'Replace', id: counterId, resourceBody: counted, ifMatch: counter.version }
          : { operationType: 'Create', resourceBody: counted },
        { operationType: 'Create', resourceBody: { ...receipt, ...mark, id: idOf(receipt.paymentId), number } },
        {
          operationType: 'Patch',
          id: receipt.paymentId,
          ifMatch: paymentVersion,
          resourceBody: { operations: [{ op: 'set', path: '/receiptNumber', value: number }] },
        },
      ];
      return runBatch(payments, operations, workspaceId);
    },

    async markMailed(paymentId: string, at: string): Promise<void> {
      await payments.item(idOf(paymentId), workspaceId).patch([{ op: 'set', path: '/mailedAt', value: at }]);
    },

    /** On all of a customer's, whoever they were. */
    async renameCustomer(customerId: string, { name, email }: { name: string; email: string }): Promise<void> {
      const query = {
        query: `SELECT VALUE c.id FROM c WHERE c.kind = 'receipt' AND c.says.customer.id = @customerId AND (c.says.customer.name != @name OR c.says.customer.email != @email)`,
        parameters: [
          { name: '@customerId', value: customerId },
          { name: '@name', value: name },
          { name: '@email', value: email },
        ],
      };
      const { resources } = await payments.items.query<string>(query, { partitionKey: workspaceId }).fetchAll();
      const customer = { id: customerId, name, email };
      for (const id of resources)
        await payments.item(id, workspaceId).patch([{ op: 'set', path: '/says/customer', value: customer }]);
    },
  };
};
