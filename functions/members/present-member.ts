import { problems } from '#domain/kernel/problem.ts';
import type { Member } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';

/** A deleted member is there for restoring only. */
export async function presentMember({ members }: Pick<Work, 'members'>, memberId: string): Promise<Member> {
  const member = await members.get(memberId);
  if (member.deletedAt !== null) throw problems.notFound('The member');
  return member;
}

/** Nobody shuts themselves out by accident: leaving is on the profile, and another admin can do the rest. */
export function refuseSelf({ caller }: Pick<Work, 'caller'>, memberId: string): void {
  if (caller.memberId === memberId) throw problems.conflict('This is you. To leave, please use your profile.');
}
