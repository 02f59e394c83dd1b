import * as z from 'zod';
import { Member } from '#domain/members/member.ts';
import { erasures } from './erasures.ts';
import { memberships } from './memberships.ts';

const FedMember = Member.pick({ id: true, accountId: true, deletedAt: true }).extend({
  workspaceId: z.string(),
  kind: z.literal('member'),
});

/** Keeps what the daily round needs: where an account is a member, and who was deleted on which day, by whomever. */
export async function noteMembers(documents: readonly unknown[]): Promise<void> {
  for (const document of documents) {
    const { data } = FedMember.safeParse(document);
    if (!data) continue;
    const membership = { workspaceId: data.workspaceId, memberId: data.id };
    await memberships.add(data.accountId, membership);
    if (data.deletedAt !== null) await erasures.note(data.deletedAt.slice(0, 10), membership);
  }
}
