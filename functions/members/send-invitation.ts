import type { Invitation } from '#domain/members/invitation.ts';
import { findAccount } from '#functions/accounts/find-account.ts';
import { hashOf, newToken } from '#functions/accounts/secrets.ts';
import { invitationMails, takeTry } from '#functions/accounts/tries.ts';
import type { Work } from '#functions/work.ts';
import type { StoredInvitation } from './invitation-store.ts';
import { addLink, linkLifeSeconds } from './invitation-links.ts';
import { invitationMail } from './mails.ts';

type Wanted = Pick<StoredInvitation, 'email' | 'role' | 'name' | 'age' | 'passwordHash'>;

/** Sends a new link to the address; whatever link it was sent before is worthless then. */
export async function sendInvitation(work: Work, wanted: Wanted): Promise<Invitation> {
  const { workspaceId, workspace, invitations, caller, now, sendMail } = work;
  const { email, role, passwordHash } = wanted;
  await takeTry(work, invitationMails, workspaceId);
  const token = newToken();
  const id = invitations.idFor(email);
  const tokenHash = hashOf(token);
  await addLink(tokenHash, { workspaceId, invitationId: id });
  const stored = await invitations.put({
    ...wanted,
    id,
    hasPassword: passwordHash !== null,
    invitedBy: caller.name,
    createdAt: now().toISOString(),
    expiresAt: new Date(now().getTime() + linkLifeSeconds * 1000).toISOString(),
    acceptedAt: null,
    claimedUntil: null,
    tokenHash,
  });
  const { name: businessName } = await workspace.get();
  await sendMail(
    invitationMail(email, { businessName, invitedBy: caller.name, role, token, hasPassword: passwordHash !== null }),
  );
  return stored;
}

/** Somebody deleted may be invited again. */
export async function isMember({ members }: Pick<Work, 'members'>, email: string): Promise<boolean> {
  const account = await findAccount(email);
  const member = account && (await members.find(members.idFor(account.id)));
  return member !== null && member.deletedAt === null;
}
