import type { Container, OperationInput } from '@azure/cosmos';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Member } from '#domain/members/member.ts';
import { documents } from '#functions/platform/cosmos.ts';
import type { MemberWriter, Outcome } from './write-members.ts';

/** What undoing gives back. */
const Before = Member.pick({ status: true, reason: true, verifiedAt: true, updatedAt: true, deletedAt: true });

/**
 * Written on a member in the same write as a bulk job's change, and dropped by the next write of anybody: so it says
 * both "this job has done this one" and "nobody has changed them since". `before` is null once it is undone.
 */
export const BulkMark = z.object({ jobId: Id, before: Before.nullable() });
export type BulkMark = z.infer<typeof BulkMark>;

const MarkedMember = Member.extend({ bulk: BulkMark.optional() });
export type MarkedMember = z.infer<typeof MarkedMember>;

export const beforeOf = (member: Member): z.infer<typeof Before> => Before.parse(member);

type With = {
  writer: MemberWriter;
  mark: Record<'workspaceId' | 'kind', string>;
  bodyOf: (member: Omit<Member, 'version'>) => Record<string, unknown>;
};

/** The part of the member store that bulk jobs read and write. */
export function bulkMembers(members: Container, { writer, mark, bodyOf }: With) {
  const stored = documents('The member', members, MarkedMember, mark.workspaceId, mark);
  return {
    adminIds: writer.adminIds,

    async marked(ids: readonly string[]): Promise<Map<string, MarkedMember>> {
      const query = `SELECT * FROM c WHERE c.kind = 'member' AND ARRAY_CONTAINS(@ids, c.id)`;
      const found = await stored.all({ query, parameters: [{ name: '@ids', value: [...ids] }] });
      return new Map(found.map((member) => [member.id, member]));
    },

    /** All of them with their marks, or nothing because one was changed since it was read. */
    replaceAll: (changes: readonly { member: Member; bulk: BulkMark }[]): Promise<Outcome> =>
      writer.write(
        changes.map(({ member: { version, ...member }, bulk }) => ({
          member,
          operation: {
            operationType: 'Replace',
            id: member.id,
            resourceBody: { ...bodyOf(member), bulk },
            ifMatch: version,
          } satisfies OperationInput,
        })),
      ),
  };
}
