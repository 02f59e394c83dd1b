import * as z from 'zod';
import { MemberStatus, Role } from '#domain/kernel/access.ts';
import { Search, severalOf, sortOf } from '#domain/kernel/list.ts';
import { PageQuery } from '#domain/kernel/page.ts';

const YesOrNo = z.enum(['yes', 'no']);

export const MemberFilter = z.strictObject({
  /** Beginnings of the name and the e-mail address, a whole age, a role from its third letter on. */
  q: Search,
  status: MemberStatus.optional(),
  role: severalOf(Role).optional(),
  verified: YesOrNo.optional(),
  admin: YesOrNo.optional(),
  /** `yes`: those deleted in the last 30 days, who can be restored. Everybody else is shown without it. */
  deleted: z.literal('yes').optional(),
});
export type MemberFilter = z.infer<typeof MemberFilter>;

export const memberSorts = ['name', 'role', 'age', 'email', 'verified', 'joinedBy', 'createdAt', 'updatedAt'] as const;
/** `role`: from the admin to the customer. `verified`: who is not comes first. */
export const MemberSort = sortOf(memberSorts, 'name');
export type MemberSort = z.infer<typeof MemberSort>;

export const MemberListQuery = PageQuery.extend({ ...MemberFilter.shape, sort: MemberSort });
export type MemberListQuery = z.infer<typeof MemberListQuery>;
