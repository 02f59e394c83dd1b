import { csvLine, csvStart } from '#domain/kernel/list-csv.ts';
import type { ProducedFile } from '#domain/kernel/route.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { MemberSort } from '#domain/members/list.ts';
import { isVerified, type MemberWithLoad } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';
import type { MembersWanted } from './member-conditions.ts';
import { withLoads } from './member-loads.ts';

const head = [
  'Name',
  'Age',
  'Email',
  'Role',
  'Admin',
  'Verified',
  'Form filled',
  'Tasks assigned',
  'Assigned people',
  'Status',
  'Login method',
  'Created at',
  'Updated at',
  'Id',
];

export async function exportMembers(
  work: Work,
  { sort, ...wanted }: MembersWanted & { sort: MemberSort },
): Promise<ProducedFile> {
  const { timeZone } = await work.workspace.get();
  const pages = work.members.all(wanted, sort);
  return { fileName: `users-${dayIn(timeZone, work.now())}.csv`, text: lines() };

  async function* lines(): AsyncIterable<string> {
    yield csvStart + csvLine(head);
    for await (const page of pages) yield (await withLoads(work, page)).map(lineOf).join('');
  }
}

const yesOrNo = (holds: boolean): string => (holds ? 'yes' : 'no');

const lineOf = (member: MemberWithLoad): string =>
  csvLine([
    member.name,
    member.age,
    member.email,
    member.role,
    yesOrNo(member.role === 'admin'),
    yesOrNo(isVerified(member)),
    yesOrNo(member.submittedAt !== null),
    member.tasksAssigned,
    member.assignedPeople,
    member.status,
    member.joinedBy,
    member.createdAt,
    member.updatedAt,
    member.id,
  ]);
