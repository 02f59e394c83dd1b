import type { Page } from '#domain/kernel/page.ts';
import type { MemberListQuery } from '#domain/members/list.ts';
import type { Member, MemberWithLoad } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';
import { withLoads } from './member-loads.ts';
import { presentMember } from './present-member.ts';

const shownSkills = 200;
const shortened = (text: string | null): string | null => text && Array.from(text).slice(0, shownSkills).join('');

/** A page stays small whatever people wrote about themselves. */
export async function listMembers({ members }: Pick<Work, 'members'>, query: MemberListQuery): Promise<Page<Member>> {
  const { items, nextCursor } = await members.list(query);
  const rows = items.map((member) => ({ ...member, skills: shortened(member.skills) }));
  return { items: rows, nextCursor };
}

export async function readMember(work: Work, memberId: string): Promise<MemberWithLoad> {
  const [member] = await withLoads(work, [await presentMember(work, memberId)]);
  return member!;
}
