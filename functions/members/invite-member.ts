import { problems } from '#domain/kernel/problem.ts';
import type { Invitation, InvitationDraft } from '#domain/members/invitation.ts';
import type { AuditNote } from '#domain/audit/entry.ts';
import type { Work } from '#functions/work.ts';
import { isMember, sendInvitation } from './send-invitation.ts';

/** Inviting the same address again makes the earlier link worthless. */
export async function inviteMember(work: Work, { email, role }: InvitationDraft): Promise<Invitation> {
  if (await isMember(work, email)) throw problems.conflict('This person is a member already.');
  const invitation = await sendInvitation(work, { email, role, name: null, age: null, passwordHash: null });
  await noteInvitation(work, invitation, 'member-invited');
  return invitation;
}

/** A new link with a new week; the role and what else is known stay. */
export async function resendInvitation(work: Work, invitationId: string): Promise<Invitation> {
  const { email, role, name, age, passwordHash, acceptedAt } = await work.invitations.get(invitationId);
  if (acceptedAt !== null) throw problems.conflict('This invitation has been accepted.');
  const invitation = await sendInvitation(work, { email, role, name, age, passwordHash });
  await noteInvitation(work, invitation, 'invitation-resent');
  return invitation;
}

export async function revokeInvitation(work: Work, invitationId: string): Promise<void> {
  const invitation = await work.invitations.get(invitationId);
  await work.invitations.remove(invitationId);
  await noteInvitation(work, invitation, 'invitation-revoked');
}

export async function noteInvitation(
  { audit, caller, address, live }: Work,
  { id, email, role }: Pick<Invitation, 'id' | 'email' | 'role'>,
  action: AuditNote['action'],
): Promise<void> {
  await audit.add({
    action,
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'invitation', id, name: email },
    detail: { role },
    address,
  });
  await live.toStaff({ kind: 'members.changed' });
}
