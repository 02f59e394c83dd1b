import { problems } from '#domain/kernel/problem.ts';
import { type Member, verify } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';

/** The third layer. The member's waiting page hears it and opens by itself. */
export async function verifyMember({ members, live, now }: Work, memberId: string): Promise<Member> {
  const member = await members.get(memberId);
  if (member.status === 'email-verified') throw problems.conflict('This member has not completed the profile yet.');

  const verified = verify(member, now());
  const stored = verified === member ? member : await members.replace(verified);
  await live.toMember(memberId, { kind: 'member.verified' });
  await live.toStaff({ kind: 'members.changed' });
  return stored;
}
