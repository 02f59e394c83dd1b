import * as z from 'zod';
import { Search, sortOf } from '#domain/kernel/list.ts';
import { PageQuery } from '#domain/kernel/page.ts';
import { SegmentName } from '#domain/segments/segment.ts';

export const CustomerFilter = z.strictObject({
  /** Name, e-mail address and reference. */
  q: Search,
  segment: SegmentName.optional(),
  /** Whether a member stands behind the customer. */
  account: z.enum(['yes', 'no']).optional(),
});
export type CustomerFilter = z.infer<typeof CustomerFilter>;

export const customerSorts = ['name', 'lastPaidOn', 'frequency', 'monetary'] as const;
/** Customers without a payment come before all others; from the highest down, after them. */
export const CustomerSort = sortOf(customerSorts, 'name');
export type CustomerSort = z.infer<typeof CustomerSort>;

export const CustomerListQuery = PageQuery.extend({ ...CustomerFilter.shape, sort: CustomerSort });
export type CustomerListQuery = z.infer<typeof CustomerListQuery>;
