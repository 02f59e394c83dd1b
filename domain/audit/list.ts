import * as z from 'zod';
import { severalOf } from '#domain/kernel/list.ts';
import { Id } from '#domain/kernel/ids.ts';
import { PageQuery } from '#domain/kernel/page.ts';
import { Day } from '#domain/kernel/time.ts';
import { AuditAction } from './entry.ts';

export const AuditFilter = z.strictObject({
  action: severalOf(AuditAction).optional(),
  /** Who did it. */
  memberId: Id.optional(),
  /** First and last day, in the workspace's zone. */
  from: Day.optional(),
  to: Day.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const AuditListQuery = PageQuery.extend(AuditFilter.shape);
export type AuditListQuery = z.infer<typeof AuditListQuery>;
