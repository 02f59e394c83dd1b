import type * as z from 'zod';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { type Acceptance, admit, type Me, type Member, newcomer } from '#domain/members/member.ts';
import { checkPassword } from '#functions/accounts/check-password.ts';
import { createAccount, hashPassword } from '#functions/accounts/engine.ts';
import { findAccount } from '#functions/accounts/find-account.ts';
import { startSession } from '#functions/accounts/session.ts';
import type { Visit } from '#functions/work.ts';
import { type Invited, invitationAt } from './invitation-links.ts';

type Answer = z.infer<typeof Acceptance>;

/** The link proves the e-mail address, and inviting was verifying: both layers are passed at once. */
export async function acceptInvitation(visit: Visit, token: string, answer: Answer): Promise<Me> {
  const invited = await invitationAt(visit, token);
  const accountId = await accountFor(visit, invited.invitation.email, answer.password);
  const member = await join(visit, invited, { ...answer, accountId });
  await startSession(visit, accountId, { workspaceId: invited.workspaceId, memberId: member.id });
  return { member, workspace: await visit.in(invited.workspaceId).workspace.get() };
}

async function accountFor(visit: Visit, email: string, password: string): Promise<string> {
  if (await findAccount(email)) return (await checkPassword(visit, { email, password })).id;
  const id = visit.newId();
  // False: somebody else with the same link was faster.
  if (!(await createAccount({ id, email, passwordHash: await hashPassword(password) }))) {
    throw problems.notFound('The invitation');
  }
  return id;
}

async function join(
  visit: Visit,
  invited: Invited,
  { accountId, name, age }: Answer & { accountId: string },
): Promise<Member> {
  const { members, live } = visit.in(invited.workspaceId);
  const { email, role } = invited.invitation;
  const id = members.idFor(accountId);
  const earlier = await members.find(id);
  // An old link must not lift what an admin has decided since.
  if (earlier?.status === 'suspended' || earlier?.status === 'rejected') throw problems.notFound('The invitation');

  await use(visit, invited);
  const member = earlier
    ? await members.replace(admit(earlier, role, visit.now()))
    : await members.add(
        admit(
          newcomer({ id, accountId, name, email, age, role, joinedBy: 'invitation' }, visit.now()),
          role,
          visit.now(),
        ),
      );
  await live.toStaff({ kind: 'members.changed' });
  return member;
}

/** Of many at once one gets through; to the others the link is used. */
async function use(visit: Visit, { workspaceId, invitation }: Invited): Promise<void> {
  try {
    await visit.in(workspaceId).invitations.replace({ ...invitation, acceptedAt: visit.now().toISOString() });
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 412) throw problems.notFound('The invitation');
    throw error;
  }
}
