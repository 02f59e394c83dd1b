import type { Member } from '#domain/members/member.ts';
import type { SystemWork } from '#functions/work.ts';

/** Null for who was suspended, rejected or deleted meanwhile: nothing goes to them any more. */
export async function findReader({ members }: SystemWork, memberId: string): Promise<Member | null> {
  const member = await members.find(memberId);
  return member && member.deletedAt === null && member.status === 'verified' ? member : null;
}
