import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';
import { MemberFilter } from './list.ts';

export const BulkAction = z.enum(['verify', 'delete']).meta({ id: 'BulkAction' });
export type BulkAction = z.infer<typeof BulkAction>;

/** All that a filter finds when it is asked for, or the ones ticked. */
export const BulkDraft = z.strictObject({
  action: BulkAction,
  where: z.union([z.strictObject({ filter: MemberFilter }), z.strictObject({ ids: z.array(Id).min(1).max(200) })]),
});
export type BulkDraft = z.infer<typeof BulkDraft>;

/** Why a member was left as they are. */
export const SkipReason = z.enum(['already', 'self', 'last-admin', 'rejected', 'suspended', 'gone']);
export type SkipReason = z.infer<typeof SkipReason>;

export const BulkState = z.enum(['running', 'done', 'undoing', 'undone', 'failed']);
export type BulkState = z.infer<typeof BulkState>;

/** VERIFY SELECTED or DELETE SELECTED on its way. Each member is changed whole or not at all, and once. */
export const BulkJob = z
  .object({
    id: Id,
    action: BulkAction,
    state: BulkState,
    total: z.int(),
    /** How many of this state's members have been looked at. */
    done: z.int(),
    changed: z.int(),
    skipped: z.partialRecord(SkipReason, z.int()),
    /** Of those verified: they have not filled the form and meet it at the next sign-in. */
    unfilled: z.int(),
    /** What undoing gave back; the others were changed by somebody since. */
    restored: z.int(),
    by: z.object({ memberId: Id, name: z.string() }),
    createdAt: Moment,
    updatedAt: Moment,
    undoUntil: Moment.nullable(),
  })
  .meta({ id: 'BulkJob' });
export type BulkJob = z.infer<typeof BulkJob>;

const undoDays = 30;
export const undoUntil = (now: Date): string => new Date(now.getTime() + undoDays * 86_400_000).toISOString();

export const isAtWork = ({ state }: Pick<BulkJob, 'state'>): boolean => state === 'running' || state === 'undoing';

export const mayUndo = ({ state, undoUntil: until }: Pick<BulkJob, 'state' | 'undoUntil'>, now: Date): boolean =>
  ['done', 'failed'].includes(state) && until !== null && now.toISOString() <= until;
