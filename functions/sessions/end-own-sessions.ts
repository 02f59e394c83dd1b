import { problems } from '#domain/kernel/problem.ts';
import { endSessionById, endSessionsOf } from '#functions/accounts/end-sessions.ts';
import { clearedSessionCookie } from '#functions/platform/cookies.ts';
import type { Work } from '#functions/work.ts';

/** One of the caller's own; ending this one is signing out. */
export async function endOwnSession(work: Work, sessionId: string): Promise<void> {
  const { caller } = work;
  if (!(await endSessionById(work, caller.accountId, sessionId))) throw problems.notFound('The session');
  if (sessionId === caller.sessionId) work.cookies.push(clearedSessionCookie());
  await note(work, { id: caller.memberId, name: caller.name, count: 1 });
}

export async function endOtherSessions(work: Work): Promise<void> {
  const { accountId, sessionId, memberId, name } = work.caller;
  const count = await endSessionsOf(work, accountId, { except: sessionId });
  if (count > 0) await note(work, { id: memberId, name, count });
}

/** By an admin: the member's sessions elsewhere are no business of this workspace. */
export async function signOutMember(work: Work, memberId: string): Promise<void> {
  const { accountId, name } = await work.members.get(memberId);
  const count = await endSessionsOf(work, accountId, { workspaceId: work.workspaceId });
  if (memberId === work.caller.memberId) work.cookies.push(clearedSessionCookie());
  if (count > 0) await note(work, { id: memberId, name, count });
}

type Whose = { id: string; name: string; count: number };

const note = ({ audit, caller, address }: Work, { count, ...of }: Whose): Promise<unknown> =>
  audit.add({
    action: 'session-ended',
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'member', ...of },
    detail: { count: String(count) },
    address,
  });
