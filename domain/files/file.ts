import * as z from 'zod';
import type { Caller } from '#domain/kernel/access.ts';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';

export const maxFileBytes = 25_000_000;
/** How long a deleted file can be taken back. */
export const deletedFileDays = 30;
/** How long a link to the bytes is good. */
export const linkMinutes = 10;

/** In Azure a file waits until it was scanned: a link to it is refused before, and for ever when it was found bad. */
export const FileState = z.enum(['checking', 'ready', 'quarantined']).meta({ id: 'FileState' });
export type FileState = z.infer<typeof FileState>;

/** A task's files are those of its room: the room has the task's id. */
export const FilePlace = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('room'), id: Id }),
    z.object({ kind: z.literal('customer'), id: Id }),
  ])
  .meta({ id: 'FilePlace' });
export type FilePlace = z.infer<typeof FilePlace>;

/** The name is as it was sent, without what would lead out of a folder; `type` is what the bytes say. */
export const StoredFile = z
  .object({
    id: Id,
    place: FilePlace,
    name: z.string(),
    type: z.string(),
    bytes: z.int(),
    /** Pixels; null when there is no picture of it to show. */
    picture: z.object({ width: z.int(), height: z.int() }).nullable(),
    state: FileState,
    by: z.object({ id: Id, name: z.string() }),
    createdAt: Moment,
    deletedAt: Moment.nullable(),
  })
  .meta({ id: 'StoredFile' });
export type StoredFile = z.infer<typeof StoredFile>;

/** What a message carries of it. */
export const FileInRoom = StoredFile.pick({ id: true, name: true, type: true, bytes: true, picture: true }).meta({
  id: 'FileInRoom',
});
export type FileInRoom = z.infer<typeof FileInRoom>;

/** One's own; a leader anybody's. */
export const mayRemoveFile = (
  { memberId, role }: Pick<Caller, 'memberId' | 'role'>,
  { by }: Pick<StoredFile, 'by'>,
): boolean => by.id === memberId || role === 'admin' || role === 'manager';

const dayMs = 24 * 3_600_000;

/** Its time to be taken back is over, to the day. */
export const isPurgeable = ({ deletedAt }: Pick<StoredFile, 'deletedAt'>, now: Date): boolean =>
  deletedAt !== null && now.getTime() - Date.parse(deletedAt) >= deletedFileDays * dayMs;
