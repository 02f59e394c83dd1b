import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';
import { enqueue } from '#functions/platform/storage.ts';

/** With `seen` it is a look at whether the job has moved since; without, the work itself. */
export const BulkMessage = z.strictObject({ workspaceId: Id, jobId: Id, seen: Moment.optional() });
export type BulkMessage = z.infer<typeof BulkMessage>;

/** Several times what a slice takes. */
const quietSeconds = 30;

export const enqueueBulk = (message: Omit<BulkMessage, 'seen'>): Promise<void> => enqueue('bulk', message);

/**
 * Sent ahead of the work: a worker that is killed keeps its message hidden for ten minutes, and one killed before it
 * could send any has sent none.
 */
export const lookAfterBulk = (message: Required<BulkMessage>): Promise<void> => enqueue('bulk', message, quietSeconds);
