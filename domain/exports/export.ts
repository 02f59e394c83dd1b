import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';

/** waiting: asked for. running: documents and files are copied. failed: after the last try, or because it grew too large. */
export const ExportState = z.enum(['waiting', 'running', 'done', 'failed']);
export type ExportState = z.infer<typeof ExportState>;

/** A copy of all that a business has here, as one ZIP file, and how far it is. */
export const Export = z
  .object({
    id: Id,
    state: ExportState,
    /** Copied so far; how many there are is known at the end. */
    documents: z.int(),
    files: z.int(),
    /** Of the ZIP file. */
    bytes: z.int(),
    by: z.object({ memberId: Id, name: z.string() }),
    createdAt: Moment,
    updatedAt: Moment,
    /** The file is removed then; null until there is one. */
    keptUntil: Moment.nullable(),
  })
  .meta({ id: 'Export' });
export type Export = z.infer<typeof Export>;

/** Whoever is erased meanwhile is in no file after so many days. */
export const keptDays = 7;
export const keptUntil = (now: Date): string => new Date(now.getTime() + keptDays * 86_400_000).toISOString();

/** Several times what a step of it takes: a worker that has said nothing for so long was killed. */
const quietMs = 15 * 60_000;

export const isUnderWay = ({ state }: Pick<Export, 'state'>): boolean => state === 'waiting' || state === 'running';

/** One at a time; of one that stands still another may be begun. */
export const isAtWork = (one: Pick<Export, 'state' | 'updatedAt'>, now: Date): boolean =>
  isUnderWay(one) && now.getTime() - Date.parse(one.updatedAt) < quietMs;

export const isThere = ({ state, keptUntil: until }: Pick<Export, 'state' | 'keptUntil'>, now: Date): boolean =>
  state === 'done' && until !== null && now.toISOString() < until;

/** How long a link to the file is good. */
export const linkMinutes = 10;
