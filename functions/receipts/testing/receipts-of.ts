import type { SystemWork } from '#functions/work.ts';
import { container } from '#functions/platform/cosmos.ts';

type Document = {
  id: string;
  kind: string;
  number?: number;
  last?: number;
  paymentId?: string;
  receiptNumber?: number;
};

/** All that lies in the partition of payments, as the change feed brings it. */
export async function paymentDocuments({ workspaceId }: Pick<SystemWork, 'workspaceId'>): Promise<Document[]> {
  const options = { partitionKey: workspaceId };
  const { resources } = await container('payments').items.query<Document>('SELECT * FROM c', options).fetchAll();
  return resources;
}

/** The numbers given out, in order; and which payment has which, by both sides. */
export async function numbersOf(work: Pick<SystemWork, 'workspaceId'>) {
  const all = await paymentDocuments(work);
  const receipts = all.filter(({ kind }) => kind === 'receipt');
  return {
    last: all.find(({ kind }) => kind === 'receipt-counter')?.last ?? 0,
    numbers: receipts.map(({ number = 0 }) => number).toSorted((a, b) => a - b),
    byReceipt: new Map(receipts.map(({ paymentId, number }) => [paymentId, number])),
    byPayment: new Map(
      all
        .filter(({ kind, receiptNumber }) => kind === 'payment' && typeof receiptNumber === 'number')
        .map(({ id, receiptNumber }) => [id, receiptNumber]),
    ),
  };
}
