import { ProblemError } from '#domain/kernel/problem.ts';
import type { Member } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';

/** A change that is right whatever else was changed meanwhile: it is made again over what the other has written. */
export async function rewriteMember(
  { members, now }: Pick<Work, 'members' | 'now'>,
  memberId: string,
  change: (member: Member) => Member,
): Promise<{ before: Member; member: Member }> {
  for (;;) {
    const before = await members.get(memberId);
    try {
      const member = await members.replace({ ...change(before), updatedAt: now().toISOString() });
      return { before, member };
    } catch (error) {
      if (!(error instanceof ProblemError && error.problem.status === 412)) throw error;
    }
  }
}
