import { problems } from '#domain/kernel/problem.ts';
import { type Me, type Member, type Profile, submitProfile } from '#domain/members/member.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import { taskMade } from '#functions/tasks/create-task.ts';
import { changeBy } from '#functions/tasks/note-change.ts';
import type { Work } from '#functions/work.ts';
import { customerRecordOf } from './customer-record.ts';
import { noteMember } from './note-member.ts';

/** The second layer, once. A customer gets a record and a Welcome Task; whatever fails half-way can be sent again. */
export async function completeProfile(work: Work, profile: Profile): Promise<Me> {
  const { caller, members, workspace, live, now } = work;
  const member = await members.get(caller.memberId);
  if (member.status !== 'email-verified') throw problems.conflict('Your profile has been submitted already.');
  if (member.age === null && profile.age === undefined) {
    throw problems.invalid([{ pointer: '/body/age', detail: 'Please fill this in' }]);
  }

  const submitted = submitProfile(member, profile, now());
  const stored =
    submitted.role === 'customer' ? await submitAsCustomer(work, submitted, profile) : await members.replace(submitted);
  await noteMember(work, stored, { action: 'profile-submitted' });
  // Verified before: their other pages need not wait either.
  if (stored.status === 'verified') await live.toMember(stored.id, { kind: 'member.verified' });
  await live.toStaff({ kind: 'members.changed' });
  return { member: stored, workspace: await workspace.get() };
}

async function submitAsCustomer(work: Work, member: Member, profile: Profile): Promise<Member> {
  const { members, tasks, live, now } = work;
  const customerId = await customerRecordOf(work, member);
  const made = taskMade(
    { title: 'Welcome Task', description: profile.task, dueOn: null },
    {
      id: derivedId('first-task', member.id),
      status: 'requested',
      customer: { id: customerId, name: member.name, email: member.email },
      employee: null,
      at: now(),
    },
  );
  await tasks.add(made, changeBy(work, made, { what: 'requested' }));
  const stored = await members.replace({ ...member, customerId });
  await live.toStaff({ kind: 'tasks.changed', taskId: made.id });
  return stored;
}
