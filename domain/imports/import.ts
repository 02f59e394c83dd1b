import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';

/** A payment history on its way in. `done` rows of `rows` are stored; `added` of them were new. */
export const Import = z
  .object({
    id: Id,
    fileName: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    rows: z.int(),
    done: z.int(),
    added: z.int(),
    customersAdded: z.int(),
    /** In words, when it failed. */
    reason: z.string().nullable(),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof Import>;

export const importMaxBytes = 10_000_000;
export const importMaxRows = 100_000;
