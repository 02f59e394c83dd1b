import { problems } from '#domain/kernel/problem.ts';
import type { Invitation, InvitationDraft } from '#domain/members/member.ts';
import { findAccount } from '#functions/accounts/find-account.ts';
import { hashOf, newToken } from '#functions/accounts/secrets.ts';
import { invitationMails, takeTry } from '#functions/accounts/tries.ts';
import type { Work } from '#functions/work.ts';
import { addLink, linkLifeSeconds } from './invitation-links.ts';
import { invitationMail } from './mails.ts';

/** Inviting the same address again makes the earlier link worthless. */
export async function inviteMember(work: Work, { email, role }: InvitationDraft): Promise<Invitation> {
  const { workspaceId, workspace, members, invitations, caller, now, sendMail } = work;
  const account = await findAccount(email);
  if (account && (await members.find(members.idFor(account.id))))
    throw problems.conflict('This person is a member already.');

  await takeTry(work, invitationMails, workspaceId);
  const token = newToken();
  const id = invitations.idFor(email);
  const draft = {
    id,
    email,
    role,
    invitedBy: caller.name,
    createdAt: now().toISOString(),
    expiresAt: new Date(now().getTime() + linkLifeSeconds * 1000).toISOString(),
    acceptedAt: null,
    tokenHash: hashOf(token),
  };
  await addLink(draft.tokenHash, { workspaceId, invitationId: id });
  const stored = await invitations.put(draft);
  await sendMail(
    invitationMail(email, { businessName: (await workspace.get()).name, invitedBy: caller.name, role, token }),
  );
  return stored;
}
