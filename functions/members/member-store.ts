import type { MemberStatus, Role } from '#domain/kernel/access.ts';
import type { Page } from '#domain/kernel/page.ts';
import { Member } from '#domain/members/member.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { derivedId } from '#functions/platform/derived-id.ts';

const members = container('workspaces');

type Filter = {
  status?: MemberStatus | undefined;
  role?: Role | undefined;
  cursor?: string | undefined;
  limit: number;
};

// Capitals would sort before all small letters.
const sortKey = ({ name }: { name: string }) => ({ sortName: name.toLowerCase() });

export const memberStore = (workspaceId: string) => {
  const stored = documents('The member', members, Member, workspaceId, { workspaceId, kind: 'member' });
  return {
    find: stored.find,
    get: stored.get,
    add: (member: Omit<Member, 'version'>): Promise<Member> => stored.add(member, sortKey(member)),
    replace: (member: Member): Promise<Member> => stored.replace(member, sortKey(member)),

    /** An account is a member of a workspace once: its id says so. */
    idFor: (accountId: string): string => derivedId('member', workspaceId, accountId),

    list({ status, role, cursor, limit }: Filter): Promise<Page<Member>> {
      const conditions = [
        "c.kind = 'member'",
        ...(status ? ['c.status = @status'] : []),
        ...(role ? ['c.role = @role'] : []),
      ].join(' AND ');
      return stored.page(
        {
          query: `SELECT * FROM c WHERE ${conditions} ORDER BY c.sortName`,
          parameters: [
            ...(status ? [{ name: '@status', value: status }] : []),
            ...(role ? [{ name: '@role', value: role }] : []),
          ],
        },
        { cursor, limit },
      );
    },

    verifiedStaff: (): Promise<Member[]> =>
      stored.all({
        query: `SELECT * FROM c WHERE c.kind = 'member' AND c.status = 'verified' AND c.role IN ('admin', 'manager', 'employee') ORDER BY c.sortName`,
      }),
  };
};
