import * as z from 'zod';
import { MemberStatus, Role } from '#domain/kernel/access.ts';
import { Search, sortOf } from '#domain/kernel/list.ts';
import { PageQuery } from '#domain/kernel/page.ts';

export const MemberFilter = z.strictObject({
  /** Name and e-mail address. */
  q: Search,
  status: MemberStatus.optional(),
  role: Role.optional(),
});
export type MemberFilter = z.infer<typeof MemberFilter>;

export const memberSorts = ['name', 'createdAt', 'age', 'email', 'role'] as const;
/** `role`: from the admin to the customer. */
export const MemberSort = sortOf(memberSorts, 'name');
export type MemberSort = z.infer<typeof MemberSort>;

export const MemberListQuery = PageQuery.extend({ ...MemberFilter.shape, sort: MemberSort });
export type MemberListQuery = z.infer<typeof MemberListQuery>;
