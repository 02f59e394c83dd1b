import * as z from 'zod';
import { container, isStatus } from '#functions/platform/cosmos.ts';

const payments = container('payments');

/** Of which payments a last word is still to come. They lie in one partition of their own, beside those of the businesses. */
const Note = z.object({ of: z.string(), paymentId: z.string(), _etag: z.string() });
type Note = z.infer<typeof Note>;
export type Unsettled = { workspaceId: string; paymentId: string; etag: string };
/** Of both: a payment's id comes from a browser, and could name another business's. */
const idOf = (workspaceId: string, paymentId: string): string => `${workspaceId}|${paymentId}`;
const partition = 'unsettled payments';

export const unsettledPayments = {
  /** Before Stripe is asked for anything, so that nothing that was cut off is forgotten. */
  async note(workspaceId: string, paymentId: string, createdAt: string): Promise<void> {
    const id = idOf(workspaceId, paymentId);
    const note = { id, of: workspaceId, paymentId, createdAt, kind: 'unsettled', workspaceId: partition };
    await payments.items.upsert(note);
  },

  /** Those noted before a moment, for the reconciler, which looks after every business at once. */
  before: (moment: string): Promise<Unsettled[]> => notesWhere('c.createdAt < @value', moment),

  of: (workspaceId: string): Promise<Unsettled[]> => notesWhere('c.of = @value', workspaceId),

  /** Unless it was noted again meanwhile. */
  async done({ workspaceId, paymentId, etag }: Unsettled): Promise<void> {
    try {
      await payments
        .item(idOf(workspaceId, paymentId), partition)
        .delete({ accessCondition: { type: 'IfMatch', condition: etag } });
    } catch (error) {
      if (!isStatus(error, 404) && !isStatus(error, 412)) throw error;
    }
  },
};

async function notesWhere(condition: string, value: string): Promise<Unsettled[]> {
  const query = {
    query: `SELECT * FROM c WHERE c.kind = 'unsettled' AND ${condition}`,
    parameters: [{ name: '@value', value }],
  };
  const options = { partitionKey: partition, maxItemCount: 1000 };
  const { resources } = await payments.items.query<Note>(query, options).fetchAll();
  return resources
    .map((note) => Note.parse(note))
    .map(({ of, paymentId, _etag: etag }) => ({ workspaceId: of, paymentId, etag }));
}
