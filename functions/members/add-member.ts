import { problems } from '#domain/kernel/problem.ts';
import type { Invitation, NewUser } from '#domain/members/invitation.ts';
import { hashPassword } from '#functions/accounts/engine.ts';
import { refuseWeakPassword } from '#functions/accounts/refuse-weak-password.ts';
import type { Work } from '#functions/work.ts';
import { noteInvitation } from './invite-member.ts';
import { isMember, sendInvitation } from './send-invitation.ts';

/** Add user. The address is not proved yet, so there is no account: the link in the mail makes it. */
export async function addMember(work: Work, { password, ...person }: NewUser): Promise<Invitation> {
  if (await isMember(work, person.email)) {
    throw problems.invalid([{ pointer: '/body/email', detail: 'A user with this e-mail address exists already' }]);
  }
  if (password !== undefined) refuseWeakPassword(password, person);
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const invitation = await sendInvitation(work, { ...person, passwordHash });
  await noteInvitation(work, invitation, 'member-added');
  return invitation;
}
