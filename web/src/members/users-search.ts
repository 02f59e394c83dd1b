import * as z from 'zod';
import { MemberStatus, Role } from '#domain/kernel/access.ts';
import { MemberFilter, MemberSort } from '#domain/members/list.ts';
import { listSearch, severalWords } from '#web/platform/list/list-search.ts';

const { status, verified, admin, deleted } = MemberFilter.shape;

export const UsersSearch = listSearch(MemberSort.unwrap()).extend({
  status: status.catch(undefined),
  verified: verified.catch(undefined),
  admin: admin.catch(undefined),
  role: severalWords(Role),
  deleted: deleted.catch(undefined),
});
export type UsersSearch = z.infer<typeof UsersSearch>;

type Chosen = { status?: MemberStatus | undefined; deleted?: 'yes' | undefined };

/** The questions asked every day, as tabs over the filters. */
export const userTabs = [
  { value: 'all', label: 'All', chosen: {} },
  { value: 'waiting', label: 'Waiting', chosen: { status: 'profile-submitted' } },
  { value: 'rejected', label: 'Rejected', chosen: { status: 'rejected' } },
  { value: 'suspended', label: 'Suspended', chosen: { status: 'suspended' } },
  { value: 'deleted', label: 'Deleted', chosen: { deleted: 'yes' } },
] as const satisfies readonly { value: string; label: string; chosen: Chosen }[];

export const tabOf = ({ status, deleted }: Chosen): string | null =>
  userTabs.find(({ chosen }: { chosen: Chosen }) => chosen.status === status && chosen.deleted === deleted)?.value ??
  null;

/** A tab is a list of its own: what was filtered in another does not come along. */
export const searchOf = (tab: string | null): Chosen => userTabs.find(({ value }) => value === tab)?.chosen ?? {};
