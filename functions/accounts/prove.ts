import { problems } from '#domain/kernel/problem.ts';
import type { Me } from '#domain/members/member.ts';
import { joinWorkspace } from '#functions/members/join-workspace.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import type { Point } from '#functions/platform/points.ts';
import { ownerOfAddress } from '#functions/workspaces/addresses.ts';
import { openWorkspace } from '#functions/workspaces/open-workspace.ts';
import type { Visit } from '#functions/work.ts';
import { checkCode, type Proof } from './check-code.ts';
import { createAccount } from './engine.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { type Pending, pendings, type Wish, type WishOf } from './pending-store.ts';

/** As long as a request may take; the store gives up a half-made account after the same time. */
const claimMs = 30_000;

/**
 * The right code makes what was asked for: the account, its place in a business, and a session. All ids come from the
 * ticket, so that a try that was cut off half-way is finished by the next one.
 */
export async function prove(visit: Visit, proof: Proof): Promise<Me> {
  const { ticket } = proof;
  const ids = { accountId: derivedId('account', ticket), workspaceId: derivedId('workspace', ticket) };
  const claim = async ({ value: pending, etag }: Point<Pending>) => {
    await refuseTakenAddress(pending.wish, ids.workspaceId);
    const claimedUntil = new Date(visit.now().getTime() + claimMs).toISOString();
    return pendings.replace(ticket, { ...pending, claimedUntil }, etag);
  };
  const wish = await checkCode(visit, proof, ['join', 'open'], claim);

  const { email, passwordHash } = wish;
  if (!(await createAccount({ id: ids.accountId, email, passwordHash }))) {
    throw problems.conflict('You already have an account. Please sign in with it.');
  }
  const me = await grant(visit, wish, ids);
  const answer = await finishSignIn(visit, { accountId: ids.accountId, me, by: 'password' });
  await pendings.remove(ticket);
  // Cut off half-way, and the account was used and secured before this try.
  if (answer.step !== 'in') throw problems.conflict('You already have an account. Please sign in with it.');
  return answer.me;
}

async function refuseTakenAddress(wish: Wish, workspaceId: string): Promise<void> {
  if (wish.kind !== 'open') return;
  const owner = await ownerOfAddress(wish.slug);
  if (owner !== null && owner !== workspaceId) throw problems.conflict('This address was taken meanwhile.');
}

type Ids = { accountId: string; workspaceId: string };

function grant(visit: Visit, wish: WishOf<'join' | 'open'>, { accountId, workspaceId }: Ids): Promise<Me> {
  const person = { accountId, name: wish.name, email: wish.email, age: wish.age, joinedBy: 'password' } as const;
  if (wish.kind === 'join') return joinWorkspace(visit, wish.workspaceId, { ...person, role: wish.role });
  const { businessName: name, slug, currency, timeZone } = wish;
  return openWorkspace(visit, { id: workspaceId, name, slug, currency, timeZone }, person);
}
