import type { OpenInvitation } from '#domain/members/invitation.ts';
import type { Visit } from '#functions/work.ts';
import { invitationAt } from './invitation-links.ts';
import { passwordAskedFor } from './invited-account.ts';

export async function openInvitation(visit: Visit, token: string): Promise<OpenInvitation> {
  const { workspaceId, invitation } = await invitationAt(visit, token);
  const { email, role, invitedBy, name, age } = invitation;
  const { name: workspaceName, slug } = await visit.in(workspaceId).workspace.get();
  const password = await passwordAskedFor(visit, invitation);
  return { workspaceName, slug, email, role, invitedBy, name, age, password };
}
