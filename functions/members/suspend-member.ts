import { problems } from '#domain/kernel/problem.ts';
import { resume, suspend } from '#domain/members/decide.ts';
import type { Member } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';
import { noteMember } from './note-member.ts';
import { presentMember, refuseSelf } from './present-member.ts';

/** From the next call on; open pages lose their sockets and show the reason. */
export async function suspendMember(work: Work, memberId: string, reason: string): Promise<Member> {
  refuseSelf(work, memberId);
  const { members, live, now } = work;
  const member = await presentMember(work, memberId);
  if (member.status === 'rejected') throw problems.conflict('This member is rejected already.');

  const stored = await members.replace(suspend(member, reason, now()));
  await noteMember(work, stored, { action: 'member-suspended', detail: { reason } });
  await live.disconnect(memberId);
  await live.toStaff({ kind: 'members.changed' });
  return stored;
}

export async function resumeMember(work: Work, memberId: string): Promise<Member> {
  const { members, live, now } = work;
  const member = await presentMember(work, memberId);
  const resumed = resume(member, now());
  if (resumed === member) return member;

  const stored = await members.replace(resumed);
  await noteMember(work, stored, { action: 'member-resumed' });
  await live.disconnect(memberId);
  await live.toStaff({ kind: 'members.changed' });
  return stored;
}
