import * as z from 'zod';
import { Slug } from '#domain/accounts/account.ts';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';

const order = { orderId: Id, slug: Slug };

/**
 * What an operator wants done with a whole business. They reach the queue and the blobs, and nobody else does: the backup
 * of an import lies there before, that of an export afterwards.
 */
export const Order = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('export'), ...order }),
  z.strictObject({ kind: z.literal('import'), ...order }),
  /** The feeds may still be at work on what was there: the rest is done when they had time to end. */
  z.strictObject({ kind: z.literal('wipe'), ...order, quietSeconds: z.int().min(1).max(600).default(30) }),
  z.strictObject({ kind: z.literal('wipe-rest'), ...order, workspaceId: Id }),
]);
export type Order = z.infer<typeof Order>;

/** What became of it, for who waits. */
export const OrderReport = z.object({ state: z.enum(['working', 'done', 'refused']), words: z.string(), at: Moment });
export type OrderReport = z.infer<typeof OrderReport>;

export const ordersQueue = 'exports';
export const archiveContainer = 'exports';
export const archiveOf = ({ orderId }: Pick<Order, 'orderId'>): string => `operator/${orderId}.zip`;
export const reportOf = ({ orderId }: Pick<Order, 'orderId'>): string => `operator/${orderId}.json`;
