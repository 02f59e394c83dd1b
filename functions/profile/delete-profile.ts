import { remove } from '#domain/members/decide.ts';
import { endSessionsOf } from '#functions/accounts/end-sessions.ts';
import { tellOwner } from '#functions/accounts/tell-owner.ts';
import { clearedSessionCookie } from '#functions/platform/cookies.ts';
import type { Work } from '#functions/work.ts';
import { rewriteMember } from './rewrite-member.ts';

/** One's own place in this business. An admin can restore it for 30 days; then what tells who it was is erased. */
export async function deleteProfile(work: Work): Promise<void> {
  const { workspaceId, workspace, live, audit, caller, cookies, address, now } = work;
  const { member } = await rewriteMember(work, caller.memberId, (one) => remove(one, now()));
  await audit.add({
    action: 'profile-deleted',
    by: { memberId: member.id, name: member.name },
    on: { kind: 'member', id: member.id, name: member.name },
    address,
  });
  await endSessionsOf(work, caller.accountId, { workspaceId });
  cookies.push(clearedSessionCookie());
  await live.toStaff({ kind: 'members.changed' });
  await tellOwner(work, { to: member.email, event: 'profile-deleted', detail: (await workspace.get()).name });
}
