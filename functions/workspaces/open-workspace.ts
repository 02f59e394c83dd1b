import { problems } from '#domain/kernel/problem.ts';
import { admit, type Me, type Member, newcomer } from '#domain/members/member.ts';
import type { Workspace } from '#domain/workspaces/workspace.ts';
import type { Visit } from '#functions/work.ts';
import { claimAddress } from './addresses.ts';

type Person = Pick<Member, 'accountId' | 'name' | 'email' | 'age'>;

/** The person who opens a business is its admin at once: there is nobody who could verify them. */
export async function openWorkspace(visit: Visit, business: Omit<Workspace, 'id'>, person: Person): Promise<Me> {
  const id = visit.newId();
  if (!(await claimAddress(business.slug, id))) throw problems.conflict('This address was taken meanwhile.');

  const { members, workspace } = visit.in(id);
  const first = newcomer({ ...person, id: members.idFor(person.accountId), role: 'admin' }, visit.now());
  // The admin first: a business never answers at its address without one.
  const member = await members.add(admit(first, 'admin', visit.now()));
  return { member, workspace: await workspace.add(business) };
}
