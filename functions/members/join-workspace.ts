import { type Me, type Member, newcomer } from '#domain/members/member.ts';
import type { JoiningRole } from '#domain/accounts/account.ts';
import { findAccountById } from '#functions/accounts/find-account.ts';
import { isStatus } from '#functions/platform/cosmos.ts';
import type { Visit } from '#functions/work.ts';

type Person = Pick<Member, 'accountId' | 'name' | 'email' | 'age' | 'joinedBy'> & { role: JoiningRole };

/**
 * Makes the person a member of the first layer; somebody who is a member already stays as they are, but for an e-mail
 * address that was changed at another business.
 */
export async function joinWorkspace(visit: Visit, workspaceId: string, person: Person): Promise<Me> {
  const { members, workspace } = visit.in(workspaceId);
  const id = members.idFor(person.accountId);
  const member = (await members.find(id)) ?? (await addOnce());
  return { member: await withEmailOfAccount(member), workspace: await workspace.get() };

  async function addOnce(): Promise<Member> {
    try {
      return await members.add(newcomer({ ...person, id }, visit.now()));
    } catch (error) {
      if (isStatus(error, 409)) return members.get(id);
      throw error;
    }
  }

  async function withEmailOfAccount(known: Member): Promise<Member> {
    if (known.email === person.email) return known;
    const account = await findAccountById(person.accountId);
    return account && account.email !== known.email ? members.replace({ ...known, email: account.email }) : known;
  }
}
