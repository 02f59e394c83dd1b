import { type FieldError, ProblemError, problems } from '#domain/kernel/problem.ts';
import type { Acceptance } from '#domain/members/invitation.ts';
import { admit, type Member, newcomer, type SignedIn } from '#domain/members/member.ts';
import { forgetProofsOf } from '#functions/accounts/end-sessions.ts';
import { finishSignIn } from '#functions/accounts/finish-sign-in.ts';
import type { Visit } from '#functions/work.ts';
import { customerRecordOf } from './customer-record.ts';
import { type Invited, invitationAt } from './invitation-links.ts';
import type { StoredInvitation } from './invitation-store.ts';
import { invitedAccount } from './invited-account.ts';

/** As long as a request may take: after it a try that was cut off can be made again. */
const claimMs = 30_000;

type Person = Pick<Member, 'accountId' | 'name'> & { age: number };

/**
 * The link proves the e-mail address, and inviting was verifying: both layers are passed at once. All ids come from the
 * invitation and it is marked as used at the end, so that a try that was cut off half-way is finished by the next one.
 */
export async function acceptInvitation(visit: Visit, { token, ...answer }: Acceptance): Promise<SignedIn> {
  const invited = await invitationAt(visit, token);
  const { workspaceId, invitation } = invited;
  const person = personIn(invitation, answer);
  const { accountId, make } = await invitedAccount(visit, invitation, answer);
  const earlier = await memberBefore(visit, invited, accountId);

  const claimed = await change(visit, workspaceId, {
    ...invitation,
    claimedUntil: new Date(visit.now().getTime() + claimMs).toISOString(),
  });
  await make();
  const member = await join(visit, invited, { ...person, accountId }, earlier);
  if (earlier) await setOnNewRights(visit, member, workspaceId);
  const me = { member, workspace: await visit.in(workspaceId).workspace.get() };
  const signedIn = await finishSignIn(visit, { accountId, me, by: 'invitation' });
  await change(visit, workspaceId, { ...claimed, acceptedAt: visit.now().toISOString() });
  return signedIn;
}

function personIn(invitation: StoredInvitation, answer: Omit<Acceptance, 'token'>): { name: string; age: number } {
  const name = answer.name ?? invitation.name;
  const age = answer.age ?? invitation.age;
  const errors: FieldError[] = [];
  if (name === null) errors.push({ pointer: '/body/name', detail: 'Please fill this in' });
  if (age === null) errors.push({ pointer: '/body/age', detail: 'Please fill this in' });
  if (name === null || age === null) throw problems.invalid(errors);
  return { name, age };
}

/** An old link must not lift what an admin has decided since. */
async function memberBefore(visit: Visit, { workspaceId, invitation }: Invited, accountId: string) {
  const { members } = visit.in(workspaceId);
  const earlier = await members.find(members.idFor(accountId));
  const isShutOut = earlier?.status === 'suspended' || earlier?.status === 'rejected';
  const isDeletedSince = Boolean(earlier?.deletedAt && earlier.deletedAt >= invitation.createdAt);
  if (isShutOut || isDeletedSince) throw problems.notFound('The invitation');
  return earlier;
}

async function join(visit: Visit, { workspaceId, invitation }: Invited, person: Person, earlier: Member | null) {
  const { members, customers, live, audit } = visit.in(workspaceId);
  const { email, role } = invitation;
  const now = visit.now();
  const id = members.idFor(person.accountId);
  const before = earlier ?? newcomer({ ...person, id, email, role, joinedBy: 'invitation' }, now);
  const customerId =
    role === 'customer' ? await customerRecordOf({ customers, now: visit.now }, before) : before.customerId;
  const admitted = { ...admit(before, role, now), customerId, deletedAt: null, updatedAt: now.toISOString() };
  const member = earlier
    ? await members.replace({ ...admitted, version: earlier.version })
    : await members.add(admitted);
  await audit.add({
    action: 'member-added',
    by: { memberId: id, name: member.name },
    on: { kind: 'member', id, name: member.name },
    detail: { role },
    address: visit.address,
  });
  await live.toStaff({ kind: 'members.changed' });
  return member;
}

/** What somebody had open with fewer rights asks again who they are. */
async function setOnNewRights(visit: Visit, { id, accountId }: Member, workspaceId: string): Promise<void> {
  await forgetProofsOf(visit, accountId, workspaceId);
  await visit.in(workspaceId).live.disconnect(id);
}

/** Of many at once one gets through; to the others the link is used. */
async function change(visit: Visit, workspaceId: string, invitation: StoredInvitation): Promise<StoredInvitation> {
  try {
    return await visit.in(workspaceId).invitations.replace(invitation);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 412) throw problems.notFound('The invitation');
    throw error;
  }
}
