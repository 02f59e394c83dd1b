import type { Caller } from '#domain/kernel/access.ts';
import { demandsSecondFactor } from '#domain/workspaces/sign-in-rules.ts';
import { sessionOf } from '#functions/accounts/session.ts';
import type { Visit } from '#functions/work.ts';

/** Who a request comes from: the session of its cookie, and the membership as it stands now. Nothing else is looked at. */
export async function callerOf(visit: Visit): Promise<Caller | null> {
  const session = await sessionOf(visit);
  if (!session) return null;
  const { workspaceId, memberId, accountId, provedAt, secondFactorFor, hasSecondFactor } = session;
  const member = await visit.in(workspaceId).members.find(memberId);
  if (!member || member.accountId !== accountId) return null;
  if (member.deletedAt !== null) return null;
  const { role, status, name, customerId, capabilities } = member;
  return {
    workspaceId,
    accountId,
    sessionId: session.id,
    provedAt,
    memberId,
    role,
    status,
    name,
    customerId,
    capabilities,
    mustEnrol: !hasSecondFactor && demandsSecondFactor(secondFactorFor, role),
  };
}
