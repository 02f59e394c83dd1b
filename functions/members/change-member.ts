import { problems } from '#domain/kernel/problem.ts';
import { change, type MemberChange } from '#domain/members/change.ts';
import type { Member } from '#domain/members/member.ts';
import { forgetProofsOf } from '#functions/accounts/end-sessions.ts';
import { spreadName } from '#functions/profile/spread-name.ts';
import type { Work } from '#functions/work.ts';
import { customerRecordOf } from './customer-record.ts';
import { noteMember } from './note-member.ts';
import { presentMember } from './present-member.ts';

/** Edit user. A new role acts at the next call: the person's sockets are closed, and new rights ask for a proof first. */
export async function changeMember(work: Work, memberId: string, wanted: MemberChange): Promise<Member> {
  const { members, live, now } = work;
  const member = await presentMember(work, memberId);
  if (member.version !== wanted.version) throw problems.changedMeanwhile('The member');
  const changed = change(member, wanted, now());
  if (memberId === work.caller.memberId) refuseOwnRights(member, changed);
  if (changed.role === 'customer' && member.role !== 'customer') await refuseWithWork(work, member);

  const stored = await members.replace(await withRecord(work, changed));
  if (member.name !== stored.name) await spreadName(work, stored);
  await note(work, member, stored);
  if (rightsOf(member) !== rightsOf(stored)) {
    await forgetProofsOf(work, stored.accountId, work.workspaceId);
    await live.disconnect(memberId);
  }
  await live.toStaff({ kind: 'members.changed' });
  return stored;
}

const rightsOf = ({ role, status, capabilities }: Member): string => JSON.stringify([role, status, capabilities]);

/** Neither more by oneself nor less by accident. */
function refuseOwnRights(member: Member, changed: Member): void {
  if (rightsOf(member) === rightsOf(changed)) return;
  throw problems.conflict('Your own role and verification are for another admin to change.');
}

/** A customer works on nobody's tasks. */
async function refuseWithWork({ tasks, customers }: Work, { id }: Member): Promise<void> {
  const [mine, owned] = await Promise.all([
    tasks.count({ employeeId: id }, { status: ['requested', 'pending', 'in-progress'] }, false),
    customers.count({ ownerId: id }, false),
  ]);
  if (mine.count + owned.count > 0)
    throw problems.conflict('Open tasks or customers are assigned to this person. Please give them to somebody else.');
}

/** A record stays when a customer becomes staff: its payments and tasks are history. */
async function withRecord(work: Work, member: Member): Promise<Member> {
  const needsRecord = member.role === 'customer' && member.submittedAt !== null;
  return needsRecord ? { ...member, customerId: await customerRecordOf(work, member) } : member;
}

const noted = ['name', 'age', 'capabilities', 'submittedAt', 'verifiedAt'] as const;

async function note(work: Work, before: Member, after: Member): Promise<void> {
  if (before.role !== after.role)
    await noteMember(work, after, { action: 'role-changed', detail: { from: before.role, to: after.role } });
  const fields = noted.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  if (fields.length > 0)
    await noteMember(work, after, { action: 'member-changed', detail: { fields: fields.join(', ') } });
}
