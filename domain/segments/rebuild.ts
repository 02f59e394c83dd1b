import * as z from 'zod';
import { Moment } from '#domain/kernel/time.ts';

/**
 * The nightly comparison with the payments, also asked for by hand. reading: all payments and customers. repairing: who
 * differs is measured anew. views: forecasts, groups and trends are made.
 */
export const Rebuild = z
  .object({
    state: z.enum(['never', 'waiting', 'reading', 'repairing', 'views', 'done', 'failed']),
    /** Payments read or customers repaired so far, of all; null where it is not known yet. */
    done: z.int(),
    total: z.int().nullable(),
    startedAt: Moment.nullable(),
    finishedAt: Moment.nullable(),
    /** Of the last one that finished: customers whose kept measures were not what their payments say. Must be 0. */
    differences: z.int().nullable(),
    customers: z.int().nullable(),
    payments: z.int().nullable(),
  })
  .meta({ id: 'SegmentRebuild' });
export type Rebuild = z.infer<typeof Rebuild>;

export const neverRebuilt: Rebuild = {
  state: 'never',
  done: 0,
  total: null,
  startedAt: null,
  finishedAt: null,
  differences: null,
  customers: null,
  payments: null,
};

export const isUnderWay = ({ state }: Pick<Rebuild, 'state'>): boolean =>
  ['waiting', 'reading', 'repairing', 'views'].includes(state);
