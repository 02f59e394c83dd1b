import { problems } from '#domain/kernel/problem.ts';
import { mayRestore, remove, restore } from '#domain/members/decide.ts';
import type { Member } from '#domain/members/member.ts';
import { endSessionsOf } from '#functions/accounts/end-sessions.ts';
import type { Work } from '#functions/work.ts';
import { noteMember } from './note-member.ts';
import { refuseSelf } from './present-member.ts';

/** Their sessions and sockets end; what they did stays. Twice is once. */
export async function deleteMember(work: Work, memberId: string): Promise<Member> {
  refuseSelf(work, memberId);
  const { members, live, now } = work;
  const member = await members.get(memberId);
  if (member.deletedAt !== null) return member;

  const stored = await members.replace(remove(member, now()));
  await noteMember(work, stored, { action: 'member-deleted' });
  await endSessionsOf(work, stored.accountId, { workspaceId: work.workspaceId });
  await live.disconnect(memberId);
  await live.toStaff({ kind: 'members.changed' });
  return stored;
}

export async function restoreMember(work: Work, memberId: string): Promise<Member> {
  const { members, live, now } = work;
  const member = await members.get(memberId);
  if (member.deletedAt === null) return member;
  if (!mayRestore(member, now())) throw problems.notFound('The member');

  const stored = await members.replace(restore(member, now()));
  await noteMember(work, stored, { action: 'member-restored' });
  await live.toStaff({ kind: 'members.changed' });
  return stored;
}
