import { problems } from '#domain/kernel/problem.ts';
import { type Me, type Member, type Profile, submitProfile } from '#domain/members/member.ts';
import { isStatus } from '#functions/platform/cosmos.ts';
import type { Work } from '#functions/work.ts';
import { derivedId } from '#functions/platform/derived-id.ts';

/** The second layer. A customer gets a record and a first requested task; whatever fails half-way can be sent again. */
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
  await live.toStaff({ kind: 'members.changed' });
  return { member: stored, workspace: await workspace.get() };
}

async function submitAsCustomer(work: Work, member: Member, profile: Profile): Promise<Member> {
  const { members, customers, tasks, live, now } = work;
  const { id: memberId, name, email } = member;
  const customer = { id: derivedId('customer', memberId), name, email };
  const taskId = derivedId('first-task', memberId);
  const at = now().toISOString();
  await once(customers.add({ ...customer, reference: null, memberId, measures: null, createdAt: at }));
  await once(
    tasks.add({
      id: taskId,
      title: profile.task,
      description: profile.description,
      status: 'requested',
      dueOn: null,
      customer,
      employee: null,
      createdAt: at,
      updatedAt: at,
    }),
  );
  const stored = await members.replace({ ...member, customerId: customer.id });
  await live.toStaff({ kind: 'tasks.changed', taskId });
  return stored;
}

/** Made by an earlier try is as good as made now. */
async function once(adding: Promise<unknown>): Promise<void> {
  try {
    await adding;
  } catch (error) {
    if (!isStatus(error, 409)) throw error;
  }
}
