import { problems } from '#domain/kernel/problem.ts';
import type { JoinedBy, Me, Member, SignedIn } from '#domain/members/member.ts';
import { joinWorkspace } from '#functions/members/join-workspace.ts';
import { workspaceAt } from '#functions/workspaces/addresses.ts';
import type { Visit } from '#functions/work.ts';
import { checkPassword } from './check-password.ts';
import type { Account } from './find-account.ts';
import { finishSignIn } from './finish-sign-in.ts';

type Login = { email: string; password: string; slug?: string | undefined };

/** At a business's address, where it also makes somebody new there a member; without one, where they were last. */
export async function signIn(visit: Visit, { slug, ...login }: Login): Promise<SignedIn> {
  const workspace = slug === undefined ? null : await workspaceAt(visit, slug);
  const account = await checkPassword(visit, login);
  const me = await placeOf(visit, account, { workspaceId: workspace?.id ?? null, by: 'password' });
  return finishSignIn(visit, { accountId: account.id, me, by: 'password' });
}

type Entering = { workspaceId: string | null; by: JoinedBy };

/** Who an account is in a business, as a customer when it is new there; without a business, where it was last. */
export const placeOf = (visit: Visit, account: Account, { workspaceId, by }: Entering): Promise<Me> =>
  workspaceId === null ? returnToLast(visit, account) : enter(visit, workspaceId, account, by);

async function enter(visit: Visit, workspaceId: string, account: Account, joinedBy: JoinedBy): Promise<Me> {
  const last = await lastMember(visit, account);
  const { name, age } = last ?? { name: account.email, age: null };
  return joinWorkspace(visit, workspaceId, {
    accountId: account.id,
    email: account.email,
    name,
    age,
    role: 'customer',
    joinedBy,
  });
}

async function returnToLast(visit: Visit, account: Account): Promise<Me> {
  const member = await lastMember(visit, account);
  if (!account.last || !member) throw problems.conflict('Please sign in at the address of a business.');
  return { member, workspace: await visit.in(account.last.workspaceId).workspace.get() };
}

const lastMember = async (visit: Visit, { last }: Account): Promise<Member | null> =>
  last && visit.in(last.workspaceId).members.find(last.memberId);
