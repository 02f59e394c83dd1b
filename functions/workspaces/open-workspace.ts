import { problems } from '#domain/kernel/problem.ts';
import { admit, type Me, type Member, newcomer } from '#domain/members/member.ts';
import type { Workspace } from '#domain/workspaces/workspace.ts';
import type { Visit } from '#functions/work.ts';
import { claimAddress } from './addresses.ts';

type Person = Pick<Member, 'accountId' | 'name' | 'email' | 'age'>;

/** The person who opens a business is its admin at once: there is nobody who could verify them. Safe to repeat. */
export async function openWorkspace(visit: Visit, business: Workspace, person: Person): Promise<Me> {
  const { id, ...rest } = business;
  if (!(await claimAddress(business.slug, id))) throw problems.conflict('This address was taken meanwhile.');

  const { members, workspace } = visit.in(id);
  const memberId = members.idFor(person.accountId);
  const first = admit(
    newcomer({ ...person, id: memberId, role: 'admin', joinedBy: 'password' }, visit.now()),
    'admin',
    visit.now(),
  );
  // The admin first: a business never answers at its address without one.
  const member = (await members.find(memberId)) ?? (await members.add(first));
  return { member, workspace: (await workspace.find()) ?? (await workspace.add(rest)) };
}
