import * as z from 'zod';
import { MemberFilter, MemberSort } from '#domain/members/list.ts';
import { listSearch } from '#web/platform/list/list-search.ts';

export const UsersTab = z.enum(['waiting', 'members', 'invitations']);
export type UsersTab = z.infer<typeof UsersTab>;

export const UsersSearch = listSearch(MemberSort.unwrap()).extend({
  tab: UsersTab.optional().catch(undefined),
  status: MemberFilter.shape.status.catch(undefined),
  role: MemberFilter.shape.role.catch(undefined),
});
export type UsersSearch = z.infer<typeof UsersSearch>;
