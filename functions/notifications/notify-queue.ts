import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';
import { enqueue } from '#functions/platform/storage.ts';

/** Look whether something is still unread by then, and send it. */
export const NotifyMessage = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('push'), workspaceId: Id, memberId: Id }),
  z.strictObject({ way: z.literal('email'), workspaceId: Id, memberId: Id, dueAt: Moment }),
]);
export type NotifyMessage = z.infer<typeof NotifyMessage>;

export const enqueueNotify = (message: NotifyMessage, afterSeconds: number): Promise<void> =>
  enqueue('notify', message, afterSeconds);

/** A queue keeps nothing back for longer than a week; nothing here waits two days. */
export const secondsUntil = (moment: Date, now: Date): number =>
  Math.max(0, Math.ceil((moment.getTime() - now.getTime()) / 1000));
