import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { problems } from '#domain/kernel/problem.ts';
import { isActingAdmin } from '#domain/members/decide.ts';
import type { MemberFilter, MemberSort } from '#domain/members/list.ts';
import { Member } from '#domain/members/member.ts';
import { runBatch } from '#functions/platform/batch.ts';
import { container, documents, orProblem } from '#functions/platform/cosmos.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import { lists } from '#functions/platform/list-query.ts';
import { bulkMembers } from './bulk-members.ts';
import { memberFaces } from './member-faces.ts';
import { conditionsOf, listedOf, memberPaths, type MembersWanted } from './member-conditions.ts';
import { memberWriter } from './write-members.ts';

const members = container('workspaces');

type NewMember = Omit<Member, 'version'>;
type Asked = MemberFilter & Pick<PageQuery, 'cursor' | 'limit'> & { sort?: MemberSort };

const lastAdmin = () => problems.conflict('This is the last admin. Please make somebody else an admin first.');

export const memberStore = (workspaceId: string) => {
  const mark = { workspaceId, kind: 'member' };
  const stored = documents('The member', members, Member, workspaceId, mark);
  const list = lists(members, workspaceId, stored.page);
  const writer = memberWriter(members, workspaceId);
  const bodyOf = (member: NewMember) => ({ ...member, ...mark, list: listedOf(member) });

  return {
    find: stored.find,
    get: stored.get,

    /** 409 from Cosmos when the id is taken. */
    async add(member: NewMember): Promise<Member> {
      if (!isActingAdmin(member)) return stored.add(member, { list: listedOf(member) });
      for (;;) {
        const ofRoster = await writer.rosterWrite([member]);
        if (ofRoster === null || ofRoster === 'last-admin') return stored.add(member, { list: listedOf(member) });
        const operation = { operationType: 'Create', resourceBody: bodyOf(member) } as const;
        if ((await runBatch(members, [operation, ofRoster], workspaceId)) === 'done') return stored.get(member.id);
        if (await stored.find(member.id)) return stored.add(member);
      }
    },

    /** Only over the version that was read: 412 otherwise. The last admin stays one: 409. */
    async replace(member: Member): Promise<Member> {
      for (;;) {
        const ofRoster = await writer.rosterWrite([member]);
        if (ofRoster === 'last-admin') throw lastAdmin();
        if (ofRoster === null) return stored.replace(member, { list: listedOf(member) });
        const { version, ...rest } = member;
        const resourceBody = bodyOf(rest);
        const operation = { operationType: 'Replace', id: member.id, resourceBody, ifMatch: version } as const;
        if ((await runBatch(members, [operation, ofRoster], workspaceId)) === 'done') return stored.get(member.id);
        // Either somebody changed the member, or another admin came or went: then it is tried again.
        if ((await stored.get(member.id)).version !== version) throw problems.changedMeanwhile('The member');
      }
    },

    /** For good, and only over the version that was read. */
    erase: async ({ id, version }: Member): Promise<void> => {
      const options = { accessCondition: { type: 'IfMatch', condition: version } };
      await orProblem('The member', members.item(id, workspaceId).delete(options));
    },

    /** An account is a member of a workspace once: its id says so. */
    idFor: (accountId: string): string => derivedId('member', workspaceId, accountId),

    /** By name unless asked otherwise. */
    list: ({ sort = 'name', cursor, limit, ...filter }: Asked): Promise<Page<Member>> =>
      list.page(conditionsOf(filter), { sort, paths: memberPaths }, { cursor, limit }),

    all: (wanted: MembersWanted, sort: MemberSort): AsyncIterable<Member[]> =>
      list.all(conditionsOf(wanted), { sort, paths: memberPaths }),

    count: (filter: MemberFilter, isExact: boolean): Promise<Count> => list.count(conditionsOf(filter), isExact),

    idsOf: (filter: MemberFilter): Promise<string[]> => list.ids(conditionsOf(filter)),

    verifiedStaff: (): Promise<Member[]> =>
      stored.all({
        query: `SELECT * FROM c WHERE c.kind = 'member' AND c.status = 'verified' AND c.deletedAt = null AND c.role IN ('admin', 'manager', 'employee') ORDER BY c.list.name`,
      }),

    ...memberFaces(members, workspaceId),
    ...bulkMembers(members, { writer, mark, bodyOf }),
  };
};
