import { Role } from '#domain/kernel/access.ts';
import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { fold, tokensOf } from '#domain/kernel/search.ts';
import type { MemberFilter, MemberSort } from '#domain/members/list.ts';
import { Member } from '#domain/members/member.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { type Condition, lists, matches, where } from '#functions/platform/list-query.ts';
import { derivedId } from '#functions/platform/derived-id.ts';

const members = container('workspaces');

type NewMember = Omit<Member, 'version'>;
type Asked = MemberFilter & Pick<PageQuery, 'cursor' | 'limit'> & { sort?: MemberSort };

/** What the list is searched and sorted by, stored with every write. */
const extrasOf = ({ name, email, role }: NewMember) => ({
  list: { tokens: tokensOf(name, email), name: fold(name), email: fold(email), role: Role.options.indexOf(role) },
});

const paths = {
  name: 'c.list.name',
  createdAt: 'c.createdAt',
  age: 'c.age',
  email: 'c.list.email',
  role: 'c.list.role',
};

export const memberStore = (workspaceId: string) => {
  const stored = documents('The member', members, Member, workspaceId, { workspaceId, kind: 'member' });
  const list = lists(members, workspaceId, stored.page);
  return {
    find: stored.find,
    get: stored.get,
    add: (member: NewMember): Promise<Member> => stored.add(member, extrasOf(member)),
    replace: (member: Member): Promise<Member> => stored.replace(member, extrasOf(member)),

    /** An account is a member of a workspace once: its id says so. */
    idFor: (accountId: string): string => derivedId('member', workspaceId, accountId),

    /** By name unless asked otherwise. */
    list: ({ sort = 'name', cursor, limit, ...filter }: Asked): Promise<Page<Member>> =>
      list.page(conditionsOf(filter), { sort, paths }, { cursor, limit }),

    count: (filter: MemberFilter, isExact: boolean): Promise<Count> => list.count(conditionsOf(filter), isExact),

    verifiedStaff: (): Promise<Member[]> =>
      stored.all({
        query: `SELECT * FROM c WHERE c.kind = 'member' AND c.status = 'verified' AND c.role IN ('admin', 'manager', 'employee') ORDER BY c.list.name`,
      }),
  };
};

const conditionsOf = ({ q, status, role }: MemberFilter): Condition[] => [
  where`c.kind = 'member'`,
  ...(status ? [where`c.status = ${status}`] : []),
  ...(role ? [where`c.role = ${role}`] : []),
  ...matches(q),
];
