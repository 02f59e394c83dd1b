import type { MemberLoad } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';
import { withLoads } from './member-loads.ts';

/** Asked for beside the list: counting the tasks of a busy page takes longer than reading its rows. */
export async function listLoads(work: Work, ids: string[]): Promise<{ items: MemberLoad[] }> {
  const found = await withLoads(work, await work.members.recordsBehind(ids));
  return { items: found.map(({ id, tasksAssigned, assignedPeople }) => ({ id, tasksAssigned, assignedPeople })) };
}
