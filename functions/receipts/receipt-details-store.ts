import * as z from 'zod';
import { Version } from '#domain/kernel/ids.ts';
import { problems } from '#domain/kernel/problem.ts';
import { ReceiptDetails } from '#domain/receipts/receipt.ts';
import { container, documents, isStatus } from '#functions/platform/cosmos.ts';

const workspaces = container('workspaces');
const id = 'receipt-details';
const what = 'The receipt details';
const Stored = ReceiptDetails.extend({ id: z.string(), version: Version });

export const receiptDetailsStore = (workspaceId: string) => {
  const stored = documents(what, workspaces, Stored, workspaceId, { workspaceId, kind: id });
  return {
    /** Null until somebody has said them. */
    find: (): Promise<ReceiptDetails | null> => stored.find(id),

    /** Only over the version that was read: 412 otherwise. */
    async put({ version, ...details }: ReceiptDetails): Promise<ReceiptDetails> {
      if (version !== null) return stored.replace({ ...details, id, version });
      try {
        return await stored.add({ ...details, id });
      } catch (error) {
        if (isStatus(error, 409)) throw problems.changedMeanwhile(what);
        throw error;
      }
    },
  };
};
