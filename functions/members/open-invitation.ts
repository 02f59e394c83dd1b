import type { OpenInvitation } from '#domain/members/member.ts';
import { findAccount } from '#functions/accounts/find-account.ts';
import type { Visit } from '#functions/work.ts';
import { invitationAt } from './invitation-links.ts';

export async function openInvitation(visit: Visit, token: string): Promise<OpenInvitation> {
  const { workspaceId, invitation } = await invitationAt(visit, token);
  const { email, role, invitedBy } = invitation;
  const { name: workspaceName, slug } = await visit.in(workspaceId).workspace.get();
  return { workspaceName, slug, email, role, invitedBy, hasAccount: (await findAccount(email)) !== null };
}
